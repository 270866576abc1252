import { parseClockTime } from "@today/core/time/clock-time";
import type { Minutes } from "@today/core/time/minutes";
import type { DayDetail, RequestInput, RequestView } from "../../api.ts";
import type { AskEntry } from "../../ask-queue.ts";

type Kind = RequestView["kind"];

/** A request as the day shows it: known to the server, or only on this phone yet. */
export interface ShownRequest {
  readonly id: string;
  readonly kind: Kind;
  readonly at: Minutes | null;
  readonly until: Minutes | null;
  readonly project: string | null;
  readonly reason: string;
  readonly state: "waiting" | "returned" | "sending" | "unsent" | "refused";
  /** What whoever returned it said, or the code of the server's refusal. */
  readonly why: string | null;
  readonly answerer: string | null;
  readonly bookedIn: string | null;
}

type Known = Pick<DayDetail, "requests"> & { readonly workday: Pick<DayDetail["workday"], "date" | "person"> };

/** What still wants an answer or a better reason, newest first; of a kind only the newest that came back. */
export function shownRequests(detail: Known, entries: readonly AskEntry[]): ShownRequest[] {
  const known = new Set(detail.requests.map(({ id }) => id));
  const own = entries.filter(({ item }) => !known.has(item.id)).toReversed();
  const fresh = own.flatMap((entry) => (entry.state === "saved" ? savedRequest(entry.view) : [ownRequest(entry)]));
  const asked = new Set(fresh.filter(({ state }) => state !== "refused").map(({ kind }) => kind));
  const seen = new Set<Kind>(asked);
  const told = detail.requests.flatMap((request) => {
    const isFirst = !seen.has(request.kind);
    if (request.state !== "withdrawn") seen.add(request.kind);
    if (request.state === "waiting") return asked.has(request.kind) ? [] : [viewedRequest(request, "waiting")];
    return request.state === "returned" && isFirst ? [viewedRequest(request, "returned")] : [];
  });
  return [...fresh, ...told];
}

/** The entries of the phone that are about one day of one person. */
export function entriesOf(entries: readonly AskEntry[], { date, person }: { date: string; person: string | null }) {
  return entries.filter(({ item }) => item.date === date && (item.personId ?? null) === person);
}

/** Whether a request of this kind still waits for its answer. */
export function isAsked(shown: readonly ShownRequest[], kind: Kind): boolean {
  return shown.some((one) => one.kind === kind && one.state !== "returned" && one.state !== "refused");
}

function savedRequest(view: RequestView): ShownRequest[] {
  return view.state === "waiting" ? [viewedRequest(view, "waiting")] : [];
}

function viewedRequest(view: RequestView, state: "waiting" | "returned"): ShownRequest {
  const { id, kind, at, until, reason, effect, answerer, answer, bookedIn } = view;
  const project = kind === "pick" || kind === "overtime" ? effect.project : null;
  return {
    ...{ id, kind, at, until, project, reason, state, bookedIn },
    ...{ why: answer?.reason ?? null, answerer: answerer?.name ?? null },
  };
}

function ownRequest(entry: Exclude<AskEntry, { state: "saved" }>): ShownRequest {
  const { item } = entry;
  const states = { sending: "sending", waiting: "unsent", refused: "refused" } as const;
  return {
    ...{ id: item.id, kind: item.kind, reason: item.reason, project: item.kind === "pick" ? item.projectId : null },
    ...{ ...timesOf(item), state: states[entry.state], why: entry.state === "refused" ? entry.code : null },
    ...{ answerer: null, bookedIn: null },
  };
}

function timesOf(item: RequestInput): Pick<ShownRequest, "at" | "until"> {
  if (item.kind === "clock-in" || item.kind === "clock-out") return { at: parseClockTime(item.at), until: null };
  if (item.kind === "overtime") return { at: parseClockTime(item.start), until: parseClockTime(item.end) };
  if (item.kind === "pick") return { at: item.from ? parseClockTime(item.from) : null, until: null };
  return { at: null, until: null };
}
