/** A calendar day without a zone, `2026-09-14`. */
export type WorkDate = string;

/** What the company's calendar says of a day. */
export type DayKind = "workday" | "rest" | "statutory" | "swapped-workday" | "in-lieu-rest";

/** Days on which a shift is due; a swapped workday (调休上班) is a weekend day that is worked. */
export function isWorkingDay(kind: DayKind): boolean {
  return kind === "workday" || kind === "swapped-workday";
}

const dayMs = 86_400_000;

/** Whether a text is a day that exists: `2026-02-29` is not. */
export function isWorkDate(text: string): boolean {
  const number = dayNumber(text);
  return Number.isInteger(number) && dateOfDayNumber(number) === text;
}

/** Days since 1970-01-01: `dayNumber("1970-01-02")` is 1. The date must be a `WorkDate`. */
export function dayNumber(date: WorkDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / dayMs;
}

/** The day with that number: `dateOfDayNumber(1)` is `1970-01-02`. */
export function dateOfDayNumber(number: number): WorkDate {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

/** `addDays("2026-09-30", 1)` is `2026-10-01`; days may be negative. */
export function addDays(date: WorkDate, days: number): WorkDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from one date to another: `daysBetween("2026-09-14", "2026-09-16")` is 2. */
export function daysBetween(from: WorkDate, to: WorkDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 for Monday to 7 for Sunday. */
export function weekdayOf(date: WorkDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1;
}

/** Every day from the first to the last, both included; empty when `last` is before `first`. */
export function dayRange(first: WorkDate, last: WorkDate): WorkDate[] {
  const start = dayNumber(first);
  return Array.from({ length: Math.max(0, dayNumber(last) - start + 1) }, (_, index) => dateOfDayNumber(start + index));
}

/** The earlier of two dates. */
export function earlierOf(a: WorkDate, b: WorkDate): WorkDate {
  return daysBetween(a, b) < 0 ? b : a;
}

/** The later of two dates. */
export function laterOf(a: WorkDate, b: WorkDate): WorkDate {
  return daysBetween(a, b) < 0 ? a : b;
}
