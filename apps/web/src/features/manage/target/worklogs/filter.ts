import type { WorkDate } from "@today/core/time/date";
import type { Worklogs } from "../../../../api.ts";
import { isMonth } from "../../../../export-choice.ts";

export type Worklog = Worklogs["worklogs"][number];
type State = Worklog["state"];

/** What is listed by each filter, in the order in which it is read. */
const states = {
  due: ["due"],
  held: ["held"],
  failed: ["failed"],
  moving: ["sending", "unknown"],
  done: ["done"],
} as const satisfies Record<string, readonly State[]>;

/** A list of worklogs: to leave, held, not arrived, under way, there. */
export type Filter = keyof typeof states;

/** What is listed: `["held", "2026-09"]` in the address. Null is every month. */
export interface Shown {
  readonly filter: Filter;
  readonly month: string | null;
}

/** Which page of a list is asked for. */
export interface Page {
  readonly state: State;
  readonly cursor?: string | undefined;
}

/** What an address says; what is there is shown by month, because it goes on for years. */
export function shownOf([filter, month]: readonly string[], now: string): Shown {
  const known = filter !== undefined && filter in states ? (filter as Filter) : "due";
  if (month === "all") return { filter: known, month: null };
  if (month !== undefined && isMonth(month)) return { filter: known, month };
  return { filter: known, month: known === "done" ? now : null };
}

/** The page that a list begins with. */
export function firstPage(filter: Filter): Page {
  return { state: states[filter][0] };
}

/** The page after one; undefined at the end. */
export function nextPage(filter: Filter, { state }: Page, next: string | null): Page | undefined {
  if (next !== null) return { state, cursor: next };
  const all: readonly State[] = states[filter];
  const after = all[all.indexOf(state) + 1];
  return after === undefined ? undefined : { state: after };
}

/** How many worklogs each filter lists. */
export function countsOf(totals: Worklogs["totals"]): Readonly<Record<Filter, number>> {
  const of = (filter: Filter) =>
    totals
      .filter(({ state }) => (states[filter] as readonly State[]).includes(state))
      .reduce((sum, { count }) => sum + count, 0);
  return { due: of("due"), held: of("held"), failed: of("failed"), moving: of("moving"), done: of("done") };
}

/** The filters that are offered: what is under way only while something is. */
export function offered(counts: Readonly<Record<Filter, number>>, filter: Filter): readonly Filter[] {
  return (Object.keys(states) as Filter[]).filter((one) => one !== "moving" || one === filter || counts[one] > 0);
}

/** The minutes that a row is about: what is to be there, what waits where that is all, or what is taken back. */
export function minutesOf({ state, minutes, waiting, sentMinutes }: Worklog): number {
  if (state === "held") return minutes + waiting;
  return minutes === 0 ? sentMinutes : minutes;
}

/** The worklogs of one date. */
export interface WorklogDay {
  readonly date: WorkDate;
  readonly worklogs: readonly Worklog[];
  readonly minutes: number;
}

/** Worklogs by their date, in the order they came. */
export function byDay(worklogs: readonly Worklog[]): WorklogDay[] {
  const days = new Map<WorkDate, Worklog[]>();
  for (const one of worklogs) days.set(one.date, [...(days.get(one.date) ?? []), one]);
  return [...days].map(([date, some]) => ({
    ...{ date, worklogs: some },
    minutes: some.reduce((sum, one) => sum + minutesOf(one), 0),
  }));
}
