import { accept, type Result, refuse } from "./problem.ts";
import { type DayKind, isWorkDate, type WorkDate, weekdayOf } from "./time/date.ts";

/** The days of one year that are not what their weekday says, `{ "2026-10-01": "statutory" }`. */
export type CalendarDays = Readonly<Record<WorkDate, DayKind>>;

/**
 * The days of covered years that are not what their weekday says: `{ years: { "2026": { "2026-10-01": "statutory" } } }`.
 * A year that is covered without exceptions has an empty entry.
 */
export interface Calendar {
  readonly years: Readonly<Record<string, CalendarDays>>;
}

/** A year as somebody hands it in, with where it comes from. */
export interface CalendarFile {
  readonly year: number;
  readonly days: CalendarDays;
  readonly source: string;
}

const dayKinds: readonly unknown[] = [
  ...(["workday", "rest", "statutory", "swapped-workday", "in-lieu-rest"] satisfies DayKind[]),
];

/** What the calendar says of a day; refuses `calendar-year-missing` for a year it has no data for, which is never guessed. */
export function dayKindOf(date: WorkDate, calendar: Calendar): Result<DayKind> {
  const days = calendar.years[date.slice(0, 4)];
  if (days === undefined) return refuse("calendar-year-missing");
  return accept(days[date] ?? (weekdayOf(date) >= 6 ? "rest" : "workday"));
}

/**
 * Reads another region's year, `{ "year": 2027, "source": "…", "days": { "2027-01-01": "statutory" } }`; refuses
 * `calendar-file-malformed` for anything else: another year's or impossible dates, unknown kinds, no source.
 */
export function readCalendarFile(value: unknown): Result<CalendarFile> {
  const malformed = refuse("calendar-file-malformed");
  if (!isRecord(value)) return malformed;
  const { year, days, source } = value;
  if (!isYear(year) || typeof source !== "string" || source.trim() === "") return malformed;
  return isDaysOf(year, days) ? accept({ year, days: { ...days }, source: source.trim() }) : malformed;
}

/** The calendar with a company's own days over it; days of a year it does not cover are left out, as the year stays unknown. */
export function withOverrides(calendar: Calendar, overrides: CalendarDays): Calendar {
  const years: Record<string, Record<WorkDate, DayKind>> = {};
  for (const [year, days] of Object.entries(calendar.years)) years[year] = { ...days };
  for (const [date, kind] of Object.entries(overrides)) {
    const days = years[date.slice(0, 4)];
    if (days !== undefined) days[date] = kind;
  }
  return { years };
}

function isYear(year: unknown): year is number {
  return Number.isInteger(year) && Number(year) >= 1970 && Number(year) <= 9999;
}

function isDaysOf(year: number, days: unknown): days is CalendarDays {
  if (!isRecord(days)) return false;
  return Object.entries(days).every(
    ([date, kind]) => isWorkDate(date) && date.startsWith(`${year}-`) && dayKinds.includes(kind),
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
