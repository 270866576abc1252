import { addDays, daysBetween, type WorkDate } from "@today/core/time/date";

/** The days that are to be compared, both included. */
export interface ComparedRange {
  readonly from: WorkDate;
  readonly to: WorkDate;
}

const mostDays = 31;
const usualDays = 7;
const farthestDays = 180;

/** The week that is offered: the last seven days that are over. */
export function usualRange(today: WorkDate): ComparedRange {
  return { from: addDays(today, -usualDays), to: addDays(today, -1) };
}

/** From when days are compared at all, half a year back. */
export function firstCompared(today: WorkDate): WorkDate {
  return addDays(today, -farthestDays);
}

/** How many days a range has. */
export function daysOf({ from, to }: ComparedRange): number {
  return daysBetween(from, to) + 1;
}

/** Why a range cannot be compared; null when it can. */
export function faultOf(today: WorkDate, range: ComparedRange): "reversed" | "tooLong" | "rangeHint" | null {
  if (range.to < range.from) return "reversed";
  if (daysOf(range) > mostDays) return "tooLong";
  return range.to >= today || range.from < firstCompared(today) ? "rangeHint" : null;
}
