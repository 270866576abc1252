import { accept, type Result, refuse } from "./problem.ts";
import { type DayKind, type WorkDate, weekdayOf } from "./time/date.ts";

/**
 * The days of covered years that are not what their weekday says: `{ years: { "2026": { "2026-10-01": "statutory" } } }`.
 * A year that is covered without exceptions has an empty entry.
 */
export interface Calendar {
  readonly years: Readonly<Record<string, Readonly<Record<WorkDate, DayKind>>>>;
}

/** What the calendar says of a day; refuses `calendar-year-missing` for a year it has no data for, which is never guessed. */
export function dayKindOf(date: WorkDate, calendar: Calendar): Result<DayKind> {
  const year = date.slice(0, 4);
  if (!Object.hasOwn(calendar.years, year)) return refuse("calendar-year-missing");
  return accept(calendar.years[year]?.[date] ?? (weekdayOf(date) >= 6 ? "rest" : "workday"));
}
