import { dayKindOf } from "@today/core/calendar";
import { plannedShift, type Shift } from "@today/core/shift";
import { addDays, type WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { byDay, jsonKeys, keyOf } from "./arrival.ts";
import { type CalendarRow, calendarOf, calendarsSql } from "./calendar.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import { latestSchedule, type ScheduleRow, schedulesSql, shiftOf } from "./schedule.ts";
import type { RunKind, RunState } from "./sync-run.ts";
import type { WorkdayBody } from "./workday.ts";

/** One of the last settled days, in short. */
export interface RecentDay {
  readonly date: WorkDate;
  readonly projects: readonly string[];
  /** Whether the day is over and a clock-out is missing on it. */
  readonly asks: boolean;
}

/** What stands around a person's day, before it is known which day "today" is. */
export interface Surroundings {
  /** Yesterday, today and tomorrow of the calendar with the shifts that hold on them. */
  readonly planned: readonly { readonly date: WorkDate; readonly shift: Shift | null }[];
  /** The last ten settled days at most, newest first. */
  readonly recentDays: readonly RecentDay[];
  /** How many choices were made about each of the three dates. */
  readonly versions: ReadonlyMap<WorkDate, number>;
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

/** Reads a person's surroundings in one batch of five short statements. */
export async function readSurroundings(
  db: Database,
  whose: { readonly company: string; readonly person: string; readonly today: WorkDate },
): Promise<Surroundings> {
  const { company, person, today } = whose;
  const dates = [addDays(today, -1), today, addDays(today, 1)];
  const days = dates.map((date) => ({ personId: person, date }));
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
  const keys = jsonKeys(days);
  const [schedules, calendars, recent, versions, runs] = await db.batch([
    db.prepare(schedulesSql, company, keys),
    db.prepare(calendarsSql, company, JSON.stringify(years)),
    db.prepare(recentSql, company, person, today),
    db.prepare(versionsSql, company, person, dates[0] ?? today, dates[2] ?? today),
    db.prepare(lastRunsSql, company, person),
  ]);
  const shifts = byDay((schedules?.results ?? []) as unknown as ScheduleRow[]);
  const calendar = calendarOf((calendars?.results ?? []) as unknown as CalendarRow[]);
  const counted = (versions?.results ?? []) as unknown as { date: WorkDate; version: number }[];
  return {
    planned: days.map((day) => {
      const kind = dayKindOf(day.date, calendar);
      const shift = shiftOf(latestSchedule(shifts.get(keyOf(day)) ?? []));
      return { date: day.date, shift: kind.ok ? plannedShift(shift, kind.value) : null };
    }),
    recentDays: ((recent?.results ?? []) as unknown as RecentRow[]).map(recentOf),
    versions: new Map(counted.map(({ date, version }) => [date, version])),
    lastRuns: ((runs?.results ?? []) as unknown as LastRunRow[]).map(lastRunOf),
  };
}

/** The three pulls that began last, as they concern one person. */
export async function readLastRuns(db: Database, company: string, person: string): Promise<LastRun[]> {
  return (await db.all<LastRunRow>(lastRunsSql, company, person)).map(lastRunOf);
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

const recentSql = `select date, body from workday where company_id = ?1 and person_id = ?2 and date <= ?3
  order by date desc limit 10`;

const days = "where company_id = ?1 and person_id = ?2 and date between ?3 and ?4";

const versionsSql = `select date, count(*) as version from (select date from pick ${days}
  union all select date from pick_withdrawal ${days} union all select date from split ${days}) group by date`;

const lastRunsSql = `select r.kind, r.state, r.started_at as startedAt,
    r.state = 'running' and case r.kind when 'directory' then 0 when 'shared' then exists
      (select 1 from sync_batch b, json_each(b.work, '$.people') one
        where b.company_id = ?1 and b.run_id = r.id and one.value = ?2) else 1 end as awaited
  from sync_run r where r.company_id = ?1 order by r.started_at desc limit 3`;

function recentOf({ date, body }: RecentRow): RecentDay {
  const { allocations, proposals, over } = parseStored<Pick<WorkdayBody, "allocations" | "proposals" | "over">>(body, {
    ...{ allocations: [], proposals: [], over: false },
  });
  const projects = [...new Set(allocations.map(({ project }) => project))];
  return { date, projects, asks: over && proposals.length > 0 };
}
