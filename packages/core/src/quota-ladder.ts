import { type AskedDays, type Batches, type CallKind, callsOf, type Load, recordCalls } from "./call-cost.ts";

/** What runs every night, every week or only when somebody asks. */
export type NightKind = "results" | "leaves" | "schedules" | "approvals" | "checkins";

/** How often a kind runs. */
export type Rhythm = "nightly" | "weekly" | "on-demand";

/** One more thing that calls can buy, with what it costs until the month ends. */
export interface Rung {
  readonly name:
    | `${NightKind}-weekly`
    | `${NightKind}-nightly`
    | "extras"
    | "close-records"
    | "close-results"
    | "columns"
    | "day"
    | "shared";
  readonly calls: number;
}

/** The month from now on: nights, those of them that begin a week, and workdays after today. */
export interface MonthAhead {
  readonly nights: number;
  readonly weeks: number;
  readonly workdays: number;
  readonly isWorkedToday: boolean;
  readonly closes: boolean;
  readonly load: Load;
  /** Calls of the next night's extras, and of each later night's. */
  readonly extras: { readonly next: number; readonly later: number };
  readonly batches: Batches;
}

/** How important a cadence is: after starts and ends, after pauses and the last to leave, every hour, more often. */
export type Tier = 1 | 2 | 3 | 4;

/** What the first so many cadences cost until the month ends, one more each, by importance: tier 1 to 4. */
export interface DayTiers {
  readonly costs: readonly number[];
  readonly tiers: readonly Tier[];
}

const oneDay: AskedDays = { days: 1, workdays: 1 };
const week: AskedDays = { days: 7, workdays: 5 };
const wholeMonth: AskedDays = { days: 31, workdays: 23 };

/** What one night's run of a kind costs when it runs in a rhythm. */
export function nightCalls(kind: NightKind | "records", rhythm: Rhythm, { load, batches }: MonthAhead): number {
  if (rhythm === "on-demand") return 0;
  // Schedules are asked a week at a time whenever they are asked.
  const asked = rhythm === "weekly" || kind === "schedules" || kind === "records" ? week : oneDay;
  return callsOf(kind, load, asked, batches);
}

/** What the close of a month asks: records and results of 31 days, and columns of every person. */
export function closeCalls(kind: CallKind, { load, batches, closes }: MonthAhead): number {
  return closes ? callsOf(kind, load, wholeMonth, batches) : 0;
}

/**
 * What calls buy beyond the nights' records, the most important first. They are bought in this order and no dearer one is passed
 * over for a cheaper one behind it, so that more calls never take away what fewer would have bought.
 */
export function rungsOf(month: MonthAhead, days: DayTiers): readonly Rung[] {
  return [...enoughRungs(month, days), ...furtherRungs(month, days)];
}

/** The rungs without which a company needs another edition: weekly and nightly facts, the close, a pull after starts and ends. */
export function enoughRungs(month: MonthAhead, days: DayTiers): readonly Rung[] {
  return [
    { name: "close-records", calls: closeCalls("records", month) },
    { name: "extras", calls: extrasOf(month) },
    weekly("schedules", month),
    weekly("leaves", month),
    weekly("approvals", month),
    ...dayRungs(days, 1),
    nightly("schedules", month),
    nightly("leaves", month),
    weekly("results", month),
    nightly("results", month),
  ];
}

function extrasOf({ nights, extras }: MonthAhead): number {
  return nights === 0 ? 0 : extras.next + (nights - 1) * extras.later;
}

function furtherRungs(month: MonthAhead, days: DayTiers): Rung[] {
  const { workdays, isWorkedToday, load, batches } = month;
  return [
    nightly("approvals", month),
    weekly("checkins", month),
    nightly("checkins", month),
    ...dayRungs(days, 2),
    { name: "shared", calls: (workdays + Number(isWorkedToday)) * recordCalls(load.people, batches) },
    ...dayRungs(days, 3),
    { name: "columns", calls: closeCalls("columns", month) },
    { name: "close-results", calls: closeCalls("results", month) },
    ...dayRungs(days, 4),
  ];
}

function dayRungs({ costs, tiers }: DayTiers, tier: Tier): Rung[] {
  return costs.flatMap((calls, index) => {
    const more = calls - (costs[index - 1] ?? 0);
    return tiers[index] === tier ? [{ name: "day" as const, calls: more }] : [];
  });
}

function weekly(kind: NightKind, month: MonthAhead): Rung {
  return { name: `${kind}-weekly`, calls: month.weeks * nightCalls(kind, "weekly", month) };
}

function nightly(kind: NightKind, month: MonthAhead): Rung {
  const more = month.nights * nightCalls(kind, "nightly", month) - weekly(kind, month).calls;
  return { name: `${kind}-nightly`, calls: Math.max(0, more) };
}

/** The rungs that so many calls buy, and what those cost. */
export function climb(
  rungs: readonly Rung[],
  calls: number,
): { readonly bought: readonly Rung[]; readonly calls: number } {
  let sum = 0;
  const end = rungs.findIndex((rung) => {
    sum += rung.calls;
    return sum > calls;
  });
  const bought = end === -1 ? rungs : rungs.slice(0, end);
  return { bought, calls: bought.reduce((total, rung) => total + rung.calls, 0) };
}
