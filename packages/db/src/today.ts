import { dayKindOf } from "@today/core/calendar";
import { plannedShift, type Shift } from "@today/core/shift";
import { addDays, type WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { type CalendarRow, calendarOf } from "./calendar.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import { versionOf } from "./split.ts";
import type { RunKind, RunState } from "./sync-run.ts";
import type { WorkdayBody } from "./workday.ts";

/** One of the last settled days, in short. */
export interface RecentDay {
  readonly date: WorkDate;
  readonly projects: readonly string[];
  /** The shift that held on it. */
  readonly shift: Shift | null;
  /** Whether the day is over and a clock-out is missing on it. */
  readonly asks: boolean;
}

/** What stands around a person's day. */
export interface Surroundings {
  /** The last nine settled days at most before today, newest first. */
  readonly recentDays: readonly RecentDay[];
  /** The shift that holds tomorrow; null also when nobody asked. */
  readonly tomorrow: Shift | null;
  /** The pulls that began last, newest first. */
  readonly lastRuns: readonly LastRun[];
}

/** One of the pulls that began last. */
export interface LastRun {
  readonly kind: RunKind;
  readonly state: RunState;
  readonly startedAt: Instant;
  /** Whether it still runs and brings this person's punches. */
  readonly awaited: boolean;
}

/** Reads a person's surroundings in one batch; tomorrow's shift only when it may begin at once. */
export async function readSurroundings(
  db: Database,
  whose: { readonly company: string; readonly person: string; readonly today: WorkDate; readonly tomorrow: boolean },
): Promise<Surroundings> {
  const { company, person, today } = whose;
  const tomorrow = addDays(today, 1);
  const year = Number(tomorrow.slice(0, 4));
  const [recent, runs, shifts] = await db.batch([
    db.prepare(recentSql, company, person, today),
    db.prepare(lastRunsSql, company, person),
    ...(whose.tomorrow ? [db.prepare(shiftSql, company, person, tomorrow, year)] : []),
  ]);
  const [shift] = (shifts?.results ?? []) as unknown as (CalendarRow & { shift: string | null })[];
  const kind = shift === undefined ? null : dayKindOf(tomorrow, calendarOf([shift]));
  return {
    recentDays: ((recent?.results ?? []) as unknown as RecentRow[]).map(recentOf),
    tomorrow: kind?.ok ? plannedShift(parseStored<Shift | null>(shift?.shift ?? null, null), kind.value) : null,
    lastRuns: ((runs?.results ?? []) as unknown as LastRunRow[]).map(lastRunOf),
  };
}

/** The pulls that began last, newest first, as they concern one person. */
export async function readLastRuns(db: Database, company: string, person: string): Promise<LastRun[]> {
  return (await db.all<LastRunRow>(lastRunsSql, company, person)).map(lastRunOf);
}

/** How many choices a person made about one date. */
export async function readVersion(
  db: Database,
  whose: { readonly company: string; readonly person: string; readonly date: WorkDate },
): Promise<number> {
  const sql = `select ${versionOf("?1", "?2", "?3")} as version`;
  const [row] = await db.all<{ version: number }>(sql, whose.company, whose.person, whose.date);
  return row?.version ?? 0;
}

/** The same for a date of which it is known how many picks stand: what was withdrawn counts with the pick it took back. */
export async function readVersionBeside(
  db: Database,
  whose: { readonly company: string; readonly person: string; readonly date: WorkDate },
  standing: number,
): Promise<number> {
  const day = "where company_id = ?1 and person_id = ?2 and date = ?3";
  const [row] = await db.all<{ version: number }>(
    `select 2 * (select count(*) from pick_withdrawal ${day}) + (select count(*) from split ${day}) as version`,
    ...[whose.company, whose.person, whose.date],
  );
  return standing + (row?.version ?? 0);
}

/** How many choices a person made about each date of a range; dates without any are missing. */
export async function readVersions(
  db: Database,
  whose: { readonly company: string; readonly person: string; readonly from: WorkDate; readonly to: WorkDate },
): Promise<Map<WorkDate, number>> {
  const { company, person, from, to } = whose;
  const rows = await db.all<{ date: WorkDate; version: number }>(versionsSql, company, person, from, to);
  return new Map(rows.map(({ date, version }) => [date, version]));
}

type LastRunRow = Omit<LastRun, "awaited"> & { readonly awaited: number };

function lastRunOf({ awaited, ...run }: LastRunRow): LastRun {
  return { ...run, awaited: awaited === 1 };
}

interface RecentRow {
  readonly date: WorkDate;
  readonly body: string;
}

const recentSql = `select date, body from workday where company_id = ?1 and person_id = ?2 and date < ?3
  order by date desc limit 9`;

const shiftSql = `select s.shift, y.year, y.days from schedule s join calendar_year y on y.company_id = ?1 and y.year = ?4
  where s.company_id = ?1 and s.person_id = ?2 and s.work_date = ?3 order by s.received_at desc limit 1`;

const days = "where company_id = ?1 and person_id = ?2 and date between ?3 and ?4";

const versionsSql = `select date, count(*) as version from (select date from pick ${days}
  union all select date from pick_withdrawal ${days} union all select date from split ${days}) group by date`;

const lastRunsSql = `select r.kind, r.state, r.started_at as startedAt,
    r.state = 'running' and case r.kind when 'directory' then 0 when 'shared' then exists
      (select 1 from sync_batch b, json_each(b.work, '$.people') one
        where b.company_id = ?1 and b.run_id = r.id and one.value = ?2) else 1 end as awaited
  from sync_run r where r.company_id = ?1 order by r.started_at desc limit 2`;

function recentOf({ date, body }: RecentRow): RecentDay {
  const stored = parseStored<Partial<WorkdayBody>>(body, {});
  const projects = [...new Set((stored.allocations ?? []).map(({ project }) => project))];
  const asks = stored.over === true && (stored.proposals ?? []).length > 0;
  return { date, projects, shift: stored.shift ?? null, asks };
}
