import type { CalendarDays } from "@today/core/calendar";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { closedUntil } from "./closed.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import type { PersonBrief } from "./person.ts";

/** A change of a year's calendar, of one day or, with a null date, of the whole file; before and after are kinds or sources. */
export interface CalendarChange {
  readonly at: Instant;
  readonly by: PersonBrief;
  readonly date: WorkDate | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly reason: string | null;
}

/** A year with everything said of it; `stored` is null for a year that nobody knows. */
export interface CalendarYearRow {
  readonly stored: {
    readonly source: string;
    readonly days: CalendarDays;
    readonly overrides: CalendarDays;
    /** The published days as text, to notice a change. */
    readonly text: string;
  } | null;
  readonly closedUntil: WorkDate | null;
  /** Newest first, at most 200. */
  readonly history: readonly CalendarChange[];
}

const historySql = `select h.at, h.actor, p.name, p.title, h.subject_id as subjectId, h.before ->> '$' as before,
    h.after ->> '$' as after, h.reason
  from history h left join person p on p.company_id = ?1 and p.id = h.actor
  where h.company_id = ?1 and h.subject = 'calendar' and h.subject_id >= ?2 and h.subject_id < ?3
  order by h.id desc limit 200`;

/** What a company knows of a year, 2026. */
export async function readCalendarYear(db: Database, companyId: string, year: number): Promise<CalendarYearRow> {
  const [years, closed, changes] = await db.batch([
    db.prepare(
      "select source, days, overrides from calendar_year where company_id = ?1 and year = ?2",
      companyId,
      year,
    ),
    db.prepare(`select ${closedUntil} as date`, companyId),
    db.prepare(historySql, companyId, String(year), String(year + 1)),
  ]);
  const row = years?.results[0] as { source: string; days: string; overrides: string } | undefined;
  const stored = row && {
    ...{ source: row.source, text: row.days },
    days: parseStored<CalendarDays>(row.days, {}),
    overrides: parseStored<CalendarDays>(row.overrides, {}),
  };
  return {
    stored: stored ?? null,
    closedUntil: (closed?.results[0]?.date ?? null) as WorkDate | null,
    history: ((changes?.results ?? []) as unknown as ChangeRow[]).map(changeOf),
  };
}

interface ChangeRow extends Omit<CalendarChange, "by" | "date"> {
  readonly actor: string;
  readonly name: string | null;
  readonly title: string | null;
  readonly subjectId: string;
}

function changeOf({ actor, name, title, subjectId, ...row }: ChangeRow): CalendarChange {
  return { ...row, by: { id: actor, name: name ?? actor, title }, date: subjectId.length === 10 ? subjectId : null };
}
