import { periodOf } from "./period.ts";
import { accept, type Result, refuse } from "./problem.ts";
import { addDays, type WorkDate } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";

/** 标准, 综合计算 and 不定时工时制: hours are due by the day, by the cycle, or not at all. */
export type WorkSystem = "standard" | "comprehensive" | "irregular";

/** Over what comprehensive hours are added up. */
export type Cycle = "week" | "month" | "quarter" | "year";

/** A person's terms of work from a date on; a cycle belongs to comprehensive hours alone. */
export interface Terms {
  readonly from: WorkDate;
  readonly system: WorkSystem;
  readonly cycle: Cycle | null;
  /** Minutes of a full day, 480 for eight hours. */
  readonly dailyMinutes: Minutes;
}

/** What holds for a person of whom nothing else is known. */
export const defaultTerms: Terms = { from: "1970-01-01", system: "standard", cycle: null, dailyMinutes: 480 };

const leastDaily: Minutes = 60;
const mostDaily: Minutes = 720;

/** The terms that hold on a date, the default ones before the first. */
export function termsOn(list: readonly Terms[], date: WorkDate): Terms {
  let found: Terms | null = null;
  for (const terms of list) {
    if (terms.from <= date && (found === null || terms.from > found.from)) found = terms;
  }
  return found ?? defaultTerms;
}

/** Refuses `cycle-missing`, `cycle-unexpected` and `daily-minutes-out-of-range` (whole minutes from 60 to 720). */
export function makeTerms(terms: Terms): Result<Terms> {
  const { system, cycle, dailyMinutes } = terms;
  if (system === "comprehensive" && cycle === null) return refuse("cycle-missing");
  if (system !== "comprehensive" && cycle !== null) return refuse("cycle-unexpected");
  const inRange = Number.isInteger(dailyMinutes) && dailyMinutes >= leastDaily && dailyMinutes <= mostDaily;
  return inRange ? accept(terms) : refuse("daily-minutes-out-of-range");
}

/** Working time of a month of 20.67 days, half a minute rounded up: 9922 minutes at 480 a day. */
export function monthlyMinutes(dailyMinutes: Minutes): Minutes {
  return Math.floor((2067 * dailyMinutes + 50) / 100);
}

/** What an hour of a monthly wage is worth, over 21.75 paid days and half a fen rounded up: 1,740,000 fen at 480 is 10,000. */
export function hourlyFen(monthlyFen: number, dailyMinutes: Minutes): number {
  // monthly / 21.75 / (daily / 60), which is monthly · 80 / (29 · daily).
  return Math.floor((160 * monthlyFen + 29 * dailyMinutes) / (58 * dailyMinutes));
}

/** The cycle a date lies in, first and last day included: ISO week, calendar month, quarter or year. */
export function cycleOf(date: WorkDate, cycle: Cycle): { readonly first: WorkDate; readonly last: WorkDate } {
  const year = date.slice(0, 4);
  if (cycle === "year") return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (cycle === "quarter") return quarterOf(year, Number(date.slice(5, 7)));
  const { first, last } = periodOf(date, cycle);
  return { first, last };
}

/** Minutes of a cycle of comprehensive hours. */
export interface CycleMinutes {
  readonly attended: Minutes;
  readonly planned: Minutes;
  /** What of `attended` lies on statutory holidays: paid 300 % on their own. */
  readonly statutory: Minutes;
}

/** Minutes beyond a cycle's plan, paid like overtime on workdays (150 %); statutory holidays are not part of them. */
export function cycleBalance({ attended, planned, statutory }: CycleMinutes): { readonly beyond: Minutes } {
  return { beyond: Math.max(0, attended - statutory - planned) };
}

function quarterOf(year: string, month: number): { readonly first: WorkDate; readonly last: WorkDate } {
  const start = month - ((month - 1) % 3);
  const first = `${year}-${String(start).padStart(2, "0")}-01`;
  const last = periodOf(addDays(first, 62), "month").last;
  return { first, last };
}
