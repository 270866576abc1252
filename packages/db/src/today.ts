import type { Allocation } from "@today/core/allocation";
import { dayKindOf } from "@today/core/calendar";
import { plannedShift, type Shift } from "@today/core/shift";
import { addDays, type WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { type CalendarRow, calendarOf, daysOf } from "./calendar.ts";
import type { Database } from "./database.ts";
import { partsOfDay } from "./fact-parts.ts";
import { type LoadedDay, readDayFacts } from "./facts.ts";
import { parseStored } from "./json-rows.ts";
import { readPacked } from "./packed.ts";
import { type Claim, type Employee, employeePart, readEmployee } from "./person.ts";
import { nextPullPart } from "./quota-plan.ts";
import { versionOf } from "./split.ts";
import type { RunKind, RunState } from "./sync-run.ts";

/** One of the last settled days, in short. */
export interface RecentDay {
  readonly date: WorkDate;
  readonly projects: readonly string[];
  /** The shift that held on it; read of the day before today only. */
  readonly shift: Shift | null;
  /** Whether the day is over and a clock-out is missing on it. */
  readonly asks: boolean;
}

/** A person's calendar day with what stands around it. */
export interface Surroundings {
  readonly me: Employee;
  readonly day: LoadedDay;
  /** How many choices were made about the day. */
  readonly version: number;
  /** The last nine settled days at most before it, newest first. */
  readonly recentDays: readonly RecentDay[];
  /** The shift that holds the day after; null also when nobody asked. */
  readonly tomorrow: Shift | null;
  /** The pulls of punches that began last, newest first. */
  readonly lastRuns: readonly LastRun[];
  /** When punches are pulled next by the plan; null before the first plan. */
  readonly nextPullAt: Instant | null;
}

/** One of the pulls that began last. */
export interface LastRun {
  readonly kind: RunKind;
  readonly state: RunState;
  readonly startedAt: Instant;
  /** Whether it still runs and brings this person's punches. */
  readonly awaited: boolean;
}

/**
 * Reads everything of the person behind a session that their first screen shows, in one statement; null when nobody is. Tomorrow's
 * shift only when it may begin at once.
 */
export async function readSurroundings(
  db: Database,
  claim: Claim,
  wanted: { readonly today: WorkDate; readonly now: Instant; readonly tomorrow: boolean },
): Promise<Surroundings | null> {
  const { company, person } = claim;
  const { today, now } = wanted;
  const key = { personId: person, date: today };
  const tomorrow = addDays(today, 1);
  const whose = [company, person] as const;
  const year = Number(tomorrow.slice(0, 4));
  const [self, recent = [], runs = [], next = [], unseen = [], shifts = [], ...facts] = await readPacked(db, [
    employeePart(claim),
    { sql: recentSql, values: [...whose, today], columns: ["date", "allocations", "shift", "asks"] },
    { sql: lastRunsSql, values: whose, columns: ["kind", "state", "startedAt", "awaited"] },
    nextPullPart(company),
    { sql: unseenSql, values: [...whose, today], columns: ["unseen"] },
    {
      sql: wanted.tomorrow ? shiftSql : noShift,
      values: [...whose, tomorrow, year],
      columns: ["shift", "year", "days"],
    },
    ...partsOfDay(company, key, false),
  ]);
  const me = readEmployee(self);
  const [day] = readDayFacts({ companyId: company, now }, [key], facts);
  if (me === null || day === undefined) return null;
  return {
    ...{ me, day },
    version: day.picks.length + Number(unseen[0]?.unseen ?? 0),
    recentDays: (recent as unknown as RecentRow[]).map(recentOf),
    tomorrow: plannedIn(shifts as unknown as ShiftRow[], tomorrow),
    lastRuns: (runs as unknown as LastRunRow[]).map(lastRunOf),
    nextPullAt: (next as unknown as { at: number | null }[])[0]?.at ?? null,
  };
}

/** The pulls of punches that began last, newest first, as they concern one person. */
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
  readonly allocations: string | null;
  readonly shift: string | null;
  readonly asks: number | null;
}

// Texts, so that they travel as such.
const recentSql = `select date, cast(body -> '$.allocations' as text) as allocations,
    iif(date = date(?3, '-1 day'), cast(body -> '$.shift' as text), null) as shift,
    body ->> '$.over' and json_array_length(body, '$.proposals') > 0 as asks
  from workday where company_id = ?1 and person_id = ?2 and date < ?3
  order by date desc limit 9`;

const noShift = "select null as shift, null as year, null as days where false";
const shiftSql = `select s.shift, y.year, ${daysOf("y")} from schedule s join calendar_year y on y.company_id = ?1 and y.year = ?4
  where s.company_id = ?1 and s.person_id = ?2 and s.work_date = ?3 order by s.received_at desc limit 1`;

// What was withdrawn counts with the pick that it took back.
const unseenSql = `select 2 * (select count(*) from pick_withdrawal where company_id = ?1 and person_id = ?2 and date = ?3)
  + (select count(*) from split where company_id = ?1 and person_id = ?2 and date = ?3) as unseen`;

interface ShiftRow extends CalendarRow {
  readonly shift: string | null;
}

function plannedIn([row]: readonly ShiftRow[], date: WorkDate): Shift | null {
  const kind = row === undefined ? null : dayKindOf(date, calendarOf([row]));
  return kind?.ok ? plannedShift(parseStored<Shift | null>(row?.shift ?? null, null), kind.value) : null;
}

const days = "where company_id = ?1 and person_id = ?2 and date between ?3 and ?4";

const versionsSql = `select date, count(*) as version from (select date from pick ${days}
  union all select date from pick_withdrawal ${days} union all select date from split ${days}) group by date`;

const lastRunsSql = `select r.kind, r.state, r.started_at as startedAt,
    r.state = 'running' and case r.kind when 'shared' then exists
      (select 1 from sync_batch b, json_each(b.work, '$.people') one
        where b.company_id = ?1 and b.run_id = r.id and one.value = ?2) else 1 end as awaited
  from sync_run r where r.company_id = ?1 and r.kind in ('night', 'day', 'shared', 'punches', 'close') order by r.started_at desc limit 2`;

function recentOf({ date, allocations, shift, asks }: RecentRow): RecentDay {
  const projects = parseStored<Allocation[]>(allocations, []).map(({ project }) => project);
  return { date, projects: [...new Set(projects)], shift: parseStored<Shift | null>(shift, null), asks: asks === 1 };
}
