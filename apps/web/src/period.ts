import { addDays, dayNumber, dayRange, type WorkDate, weekdayOf } from "@today/core/time/date";

/** A stretch of days that a page shows: a week from Monday, a calendar month, or any range. Both ends are included. */
export interface Period {
  readonly kind: "week" | "month" | "range";
  readonly first: WorkDate;
  readonly last: WorkDate;
}

/** The week of a day, Monday to Sunday: of `2026-09-17` it is 2026-09-14 to 2026-09-20. */
export function weekOf(date: WorkDate): Period {
  const first = addDays(date, 1 - weekdayOf(date));
  return { kind: "week", first, last: addDays(first, 6) };
}

/** The calendar month of a day. */
export function monthOf(date: WorkDate): Period {
  const first = `${date.slice(0, 8)}01`;
  const inNext = `${addDays(first, 31).slice(0, 8)}01`;
  return { kind: "month", first, last: addDays(inNext, -1) };
}

/** Any days, put in order if they come reversed. */
export function rangeOf(one: WorkDate, other: WorkDate): Period {
  return one <= other ? { kind: "range", first: one, last: other } : { kind: "range", first: other, last: one };
}

/** The period of the same kind just before (-1) or after (1); a range moves by its own length. */
export function neighbour(period: Period, step: -1 | 1): Period {
  const edge = step === 1 ? addDays(period.last, 1) : addDays(period.first, -1);
  if (period.kind === "week") return weekOf(edge);
  if (period.kind === "month") return monthOf(edge);
  return rangeOf(edge, addDays(edge, step * (daysIn(period) - 1)));
}

/** Its days in order. */
export function datesOf(period: Period): WorkDate[] {
  return dayRange(period.first, period.last);
}

/** How many days it has: 7 for a week. */
export function daysIn(period: Period): number {
  return dayNumber(period.last) - dayNumber(period.first) + 1;
}

/** Whether a day lies in it. */
export function holds(period: Period, date: WorkDate): boolean {
  return period.first <= date && date <= period.last;
}

/** Rows of seven from Monday for a calendar page; null before the first day and after the last. */
export function calendarWeeks(period: Period): (WorkDate | null)[][] {
  const cells = dayRange(weekOf(period.first).first, weekOf(period.last).last).map((date) =>
    holds(period, date) ? date : null,
  );
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}
