import { mayDecline, type Privacy } from "./privacy.ts";

/** How long something is kept: so many days and then only the verdict, so many months at least, or until something happens. */
export type Keeping =
  | { readonly unit: "days"; readonly count: number; readonly left: "verdict" | "place-name" | "nothing" }
  | { readonly unit: "months"; readonly count: number; readonly atLeast: true }
  | { readonly unit: "until"; readonly event: "read" };

/** Who may see something. */
export type NoticeReader = "self" | "manager" | "hr" | "finance" | "admin" | "nobody";

/** One kind of personal data: what of it is kept, what for, how long and who sees it. */
export interface NoticeItem {
  readonly id: string;
  /** Whether it stands on the first page; the full notice has all of them. */
  readonly main: boolean;
  readonly what: readonly string[];
  readonly why: string;
  readonly keep: Keeping;
  readonly readers: readonly NoticeReader[];
}

/** What is told of one's data, without its version. */
export interface NoticeContent {
  /** Grows when the sentences that the app makes of all this say something else. */
  readonly edition: number;
  readonly basis: Privacy["basis"];
  readonly mayDecline: boolean;
  readonly items: readonly NoticeItem[];
  readonly never: readonly string[];
}

type Draft = Omit<NoticeItem, "id" | "main" | "keep"> & { readonly keep?: Keeping };

const overseers = ["self", "manager", "hr", "finance"] as const;
const office = ["self", "hr", "admin"] as const;

const main = (place: number): Readonly<Record<string, Draft>> => ({
  "punch-time": {
    what: ["clock-time", "kind", "result", "source", "remark"],
    why: "hours",
    readers: overseers,
  },
  "punch-place": {
    what: ["coordinates", "accuracy", "address", "wifi", "machine"],
    why: "on-site",
    keep: { unit: "days", count: place, left: "verdict" },
    readers: ["self"],
  },
  choices: { what: ["picks", "splits", "corrections", "reasons", "answers"], why: "projects", readers: overseers },
  approvals: { what: ["leave", "trips", "overtime"], why: "hours-of-day", readers: overseers },
});

const more = (place: number): Readonly<Record<string, Draft>> => ({
  verdicts: { what: ["site-verdicts"], why: "place-of-hours", readers: overseers },
  schedule: { what: ["shifts"], why: "hours", readers: overseers },
  differences: { what: ["report-figures"], why: "compare", readers: office },
  results: {
    what: ["settled-days", "allocations", "adjustments", "sheets", "warnings"],
    why: "report",
    readers: overseers,
  },
  identity: { what: ["name", "dingtalk-ids", "number", "title", "departments"], why: "know-who", readers: overseers },
  accounts: { what: ["accounts", "contact-digests"], why: "match", readers: office },
  duties: { what: ["roles", "memberships", "default-project", "positions"], why: "rights", readers: overseers },
  terms: { what: ["working-time"], why: "overtime-rules", readers: office },
  rates: { what: ["hourly-cost"], why: "project-cost", readers: ["finance"] },
  visits: { what: ["visit-time", "visit-remark", "visit-photos"], why: "visits", readers: overseers },
  "visit-place": {
    what: ["visit-coordinates", "visit-address"],
    why: "visits",
    keep: { unit: "days", count: place, left: "place-name" },
    readers: ["self"],
  },
  history: { what: ["who-changed-what"], why: "proof", readers: office },
  notices: { what: ["messages", "own-answers"], why: "told-once", readers: ["self"] },
  imports: { what: ["sheet-rows"], why: "import", keep: { unit: "until", event: "read" }, readers: ["hr", "admin"] },
  session: {
    what: ["cookie", "phone-copy"],
    why: "signed-in",
    keep: { unit: "days", count: 7, left: "nothing" },
    readers: ["self"],
  },
});

/** What is never done. */
const never = ["elsewhere", "biometrics", "coordinates-shown", "penalty"] as const;

/** The notice as a company's settings make it; same settings, same notice. */
export function noticeOf(privacy: Privacy): NoticeContent {
  const hours: Keeping = { unit: "months", count: privacy.hourMonths, atLeast: true };
  const place = privacy.coordinateDays;
  const itemsOf = (drafts: Readonly<Record<string, Draft>>, isMain: boolean): NoticeItem[] =>
    Object.entries(drafts).map(([id, { keep = hours, ...draft }]) => ({ id, main: isMain, keep, ...draft }));
  return {
    edition: 1,
    basis: privacy.basis,
    mayDecline: mayDecline(privacy),
    items: [...itemsOf(main(place), true), ...itemsOf(more(place), false)],
    never,
  };
}

/** The items of a notice that an earlier one told otherwise or not at all; nothing without an earlier one. */
export function changedItems(now: NoticeContent, before: NoticeContent | null): string[] {
  if (before === null) return [];
  const known = new Map(before.items.map((item) => [item.id, JSON.stringify(item)]));
  return now.items.filter((item) => known.get(item.id) !== JSON.stringify(item)).map(({ id }) => id);
}
