import type { Calendar } from "@today/core/calendar";
import type { DayKind, WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** A year's exceptions as they hold: what its source says, and over it what the admin says. */
export interface CalendarRow {
  readonly year: number;
  readonly days: string;
}

/** SQL: a year's days with its overrides; `row` is the table's alias. */
export function daysOf(row: string): string {
  return `json_patch(${row}.days, ${row}.overrides) as days`;
}

/** The calendar of the year `?2`. */
export const calendarSql = `select y.year, ${daysOf("y")} from calendar_year y where y.company_id = ?1 and y.year = ?2`;

/** A statement for the calendars of years. */
export function askCalendars(db: Database, companyId: string, years: readonly number[]): D1PreparedStatement {
  const sql = `select y.year, ${daysOf("y")} from calendar_year y where y.company_id = ?1
    and y.year in (select value from json_each(?2))`;
  return db.prepare(sql, companyId, JSON.stringify(years));
}

/** The stored years in the core's words. */
export function calendarOf(rows: readonly CalendarRow[]): Calendar {
  const years = rows.map(({ year, days }) => [String(year), parseStored<Record<WorkDate, DayKind>>(days, {})] as const);
  return { years: Object.fromEntries(years) };
}

/** The calendar of years, for the kind of a day; a year that is not known is missing in it. */
export async function readCalendar(db: Database, companyId: string, years: readonly number[]): Promise<Calendar> {
  const [result] = await db.batch([askCalendars(db, companyId, years)]);
  return calendarOf((result?.results ?? []) as unknown as CalendarRow[]);
}

/** What a year's calendar is made from. */
export interface CalendarYear {
  readonly year: number;
  readonly days: Readonly<Record<WorkDate, DayKind>>;
  /** Where it comes from: `chinese-days 1.5.7`. */
  readonly source: string;
}

/** Keeps years; one already there stays as it is. */
export async function keepCalendarYears(
  db: Database,
  arrival: { readonly companyId: string; readonly at: Instant },
  years: readonly CalendarYear[],
): Promise<void> {
  const sql = `insert into calendar_year (company_id, year, days, source, loaded_at) values (?1, ?2, ?3, ?4, ?5)
    on conflict do nothing`;
  await db.batch(
    years.map(({ year, days, source }) =>
      db.prepare(sql, arrival.companyId, year, JSON.stringify(days), source, arrival.at),
    ),
  );
}
