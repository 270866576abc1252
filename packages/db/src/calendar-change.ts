import type { CalendarFile } from "@today/core/calendar";
import type { DayKind, WorkDate } from "@today/core/time/date";
import { isClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

/** What an admin says of one day; a null kind takes it back. */
export interface DayOverride {
  readonly date: WorkDate;
  readonly kind: DayKind | null;
  readonly reason: string;
}

/** Another region's year over the one whose days were stored as `before`, null for none; `dates` are those whose kind it changes. */
export interface CalendarReplacement {
  readonly file: CalendarFile;
  readonly before: string | null;
  readonly dates: readonly WorkDate[];
  readonly reason: string;
}

/** Whether the calendar is now as wished; `moved` when somebody else changed it meanwhile. */
export type CalendarAnswer = "done" | "closed" | "moved" | "year-missing";

/** Writes or takes back what the admin says of a day, and marks the day for everybody. A repeat changes nothing. */
export async function writeOverride(db: Database, author: Author, wish: DayOverride): Promise<CalendarAnswer> {
  const { date, kind, reason } = wish;
  const values = [...authorValues(author), date, kind, reason, Number(date.slice(0, 4)), `$."${date}"`] as const;
  const said = "(y.overrides ->> ?10)";
  const whole = "y.company_id = ?1 and y.year = ?9";
  const free = `${whole} and ${said} is not ?7 and ${holds("admin")} and not ${isClosed("?6")}`;
  const history = intoHistory({
    ...{ subject: "'calendar'", id: "?6", action: "iif(?7 is null, 'remove', 'change')", reason: "?8" },
    ...{ before: `iif(${said} is null, null, json_quote(${said}))`, after: "iif(?7 is null, null, json_quote(?7))" },
  });
  const [found] = await db.batch([
    db.prepare(
      `select ${isClosed("?6")} as closed, ${said} is ?7 as same from calendar_year y where ${whole}`,
      ...values,
    ),
    db.prepare(`${history} from calendar_year y where ${free}`, ...values),
    db.prepare(markDates("json_array(?6)", `exists (select 1 from calendar_year y where ${free})`), ...values),
    db.prepare(
      `update calendar_year as y set overrides = iif(?7 is null, json_remove(y.overrides, ?10),
         json_set(y.overrides, ?10, ?7)) where ${free}`,
      ...values,
    ),
  ]);
  const row = found?.results[0];
  if (row === undefined) return "year-missing";
  return row.closed === 1 && row.same !== 1 ? "closed" : "done";
}

/** Replaces a year by a file, and marks the changed dates for everybody; overrides stay over it. */
export async function replaceYear(db: Database, author: Author, wish: CalendarReplacement): Promise<CalendarAnswer> {
  const { file, before, dates, reason } = wish;
  const days = JSON.stringify(file.days);
  const values = [
    ...authorValues(author),
    JSON.stringify(dates),
    file.year,
    days,
    file.source,
    reason,
    before,
  ] as const;
  const same = "(select y.days from calendar_year y where y.company_id = ?1 and y.year = ?7) is ?11";
  const closed = `exists (select 1 from json_each(?6) d where ${isClosed("d.value")})`;
  const free = `${same} and not ${closed} and ${holds("admin")}`;
  const source = "(select json_quote(y.source) from calendar_year y where y.company_id = ?1 and y.year = ?7)";
  const history = intoHistory({
    ...{ subject: "'calendar'", id: "cast(?7 as text)", action: "'file'", reason: "?10" },
    ...{ before: source, after: "json_quote(?9)" },
  });
  const [found] = await db.batch([
    db.prepare(`select ${closed} as closed, ${same} as same`, ...values),
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(markDates("?6", free), ...values),
    db.prepare(
      `insert into calendar_year (company_id, year, days, source, loaded_at) select ?1, ?7, ?8, ?9, ?4 where ${free}
       on conflict do update set days = excluded.days, source = excluded.source, loaded_at = excluded.loaded_at`,
      ...values,
    ),
  ]);
  const row = found?.results[0];
  if (row?.same !== 1) return "moved";
  return row.closed === 1 ? "closed" : "done";
}

/** SQL that marks settled days of a JSON list of dates for everybody who was here then. */
function markDates(dates: string, condition: string): string {
  return `insert into dirty_day (company_id, date, person_id, since)
    select ?1, w.date, w.person_id, ?4 from json_each(${dates}) d cross join person p cross join workday w
      on w.company_id = ?1 and w.person_id = p.id and w.date = d.value
    where p.company_id = ?1 and (p.active = 1 or p.left_at >= unixepoch(d.value) * 1000) and ${condition}
    on conflict do update set since = max(since + 1, excluded.since)`;
}
