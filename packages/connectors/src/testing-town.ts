import type { Connector, Fetch, Session, TaskDraft, TaskRef, WorklogFact } from "./connector.ts";
import { markerOf } from "./marker.ts";

/** An hour record as the stub keeps it; `text` is all that a person could read of it. */
export interface Held {
  readonly date: string;
  readonly minutes: number;
  readonly person: string;
  readonly text: string;
  /** Fields beyond the note, where the product has any. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** A task of ours as the stub keeps it, the marker at the end of its description included. */
export type Made = Pick<TaskDraft, "title" | "description" | "startsOn" | "dueOn" | "assigneeId">;

/** A stub of one product, written from its reference, with what the conformance cases have to know of it. */
export interface Town {
  readonly fetch: Fetch;
  readonly settings: Readonly<Record<string, string>>;
  /** How many projects the account sees: more than one page. */
  readonly projects: number;
  /** How many tasks the project of `task` has: more than two pages. */
  readonly tasks: number;
  /** Takes hours. */
  readonly task: TaskRef;
  /** A member of the task's project, by the remote id. */
  readonly person: string;
  /** Answers with status 200 that say that something went wrong, as the product words them. */
  readonly errorBodies: readonly object[];
  /** Every hour record there is. */
  held(): readonly Held[];
  /** Values that `WorklogFact.extra` may have here, other than the usual ones. */
  readonly extra?: Readonly<Record<string, string>>;
  /** The tasks that were made since the stub was opened. */
  made(): readonly Made[];
  /** Somebody books hours on `task` by hand; a text with a marker is a copy of ours, made with our own account. */
  book(hours: Held): void;
  /** The account's key is good for nothing from now on. */
  revoke(): void;
}

/** What a connector is proven by: itself, and how to open a fresh stub of its product. */
export interface Candidate {
  readonly connector: Connector;
  readonly open: () => Town;
}

/** What happens to one request: no answer although it was done, no answer and not done, or another answer in its place. */
export type Fault = "lost-after" | "lost-before" | (() => Response);

/** A town whose next request, or next write, can be made to fail, until it is calm; `seen` lists every request made. */
export function openDoor(town: Town) {
  const seen: Request[] = [];
  const faults: { readonly only: "write" | "any"; readonly fault: Fault }[] = [];
  const fetch: Fetch = async (request) => {
    seen.push(request.clone());
    const at = faults.findIndex((one) => one.only === "any" || isWrite(request));
    const fault = at < 0 ? null : faults.splice(at, 1)[0]?.fault;
    if (typeof fault === "function") return fault();
    if (fault === "lost-before") throw new TypeError("connection lost");
    const response = await town.fetch(request);
    if (fault === "lost-after") throw new TypeError("connection lost");
    return response;
  };
  return {
    seen,
    fetch,
    writes: () => seen.filter(isWrite).length,
    calm: () => faults.splice(0),
    failNext: (fault: Fault, only: "write" | "any" = "any") => faults.push({ only, fault }),
  };
}

const monday = "2026-09-14";
const at = Date.parse("2026-09-15T10:00:00+08:00");

/** A session in front of a fetch, on a clock that stands still at 2026-09-15 10:00 in Shanghai. */
export function sessionOf(connector: Connector, settings: Town["settings"], fetch: Fetch): Session {
  return connector.open({ settings, fetch, now: () => at, zone: "Asia/Shanghai" });
}

export async function factOf(town: Town, facts: Partial<WorklogFact> = {}): Promise<WorklogFact> {
  const key = facts.key ?? "company|person|2026-09-14|task";
  return {
    key,
    marker: await markerOf(key),
    personRemoteId: town.person,
    personName: "陈静",
    task: town.task,
    date: monday,
    minutes: 450,
    start: 540,
    note: "三层砌墙",
    ...facts,
  };
}

export async function draftOf(town: Town): Promise<TaskDraft> {
  return {
    marker: await markerOf("company|task|SITE-12"),
    projectId: town.task.projectId,
    title: "三层砌墙",
    description: "轴线 A–C",
    assigneeId: null,
    startsOn: monday,
    dueOn: null,
  };
}

/** Whether a request may change something: everything but reading and logging in. */
function isWrite(request: Request): boolean {
  // A page's own action deletes by GET.
  if (/[?&]f=delete/.test(request.url)) return true;
  return (
    request.method !== "GET" && request.method !== "HEAD" && !/\/(tokens|login|search|jql|bulkfetch)$/.test(request.url)
  );
}
