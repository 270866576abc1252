import type { Allocation, LinePart, OvertimeKind, Place } from "@today/core/allocation";
import type { Approval } from "@today/core/approval";
import type { Shift } from "@today/core/shift";
import type { DayKind, WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Warning, WarningName } from "@today/core/warning";
import type { DayStatus, Proposal, SettledDay } from "@today/core/workday";
import type { DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** The shift of a day under its name. */
export interface NamedShift extends Shift {
  readonly name: string | null;
}

/** How an allocation stands, and what whoever rejected it said. */
export interface StoredApproval extends Approval {
  readonly returned: string | null;
}

/** What is stored of a settled day beyond its figures. */
export interface WorkdayBody {
  readonly over: boolean;
  /** When the day is over. */
  readonly overAt: Instant;
  readonly allocations: readonly Allocation[];
  /** In the order of the allocations. */
  readonly approvals: readonly StoredApproval[];
  readonly line: readonly LinePart[];
  readonly details: readonly Warning[];
  readonly proposals: readonly Proposal[];
  readonly dayKind: DayKind;
  readonly shift: NamedShift | null;
}

/** A settled day as stored; `warnings` and `body` are JSON. */
export interface WorkdayRow extends DayKey {
  readonly planned: Minutes;
  readonly attended: Minutes;
  readonly overtimeAttended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
  readonly status: DayStatus;
  readonly warnings: string;
  readonly body: string;
  readonly settledAt: Instant;
}

/** A settled day as the screens want it. */
export interface StoredWorkday extends SettledDay, WorkdayBody {
  readonly personId: string;
  readonly settledAt: Instant;
}

const columns = `w.person_id as personId, w.date, w.planned, w.attended, w.overtime_attended as overtimeAttended,
  w.overtime_approved as overtimeApproved, w.counted, w.leave, w.unassigned, w.status, w.warnings, w.body,
  w.settled_at as settledAt`;

/** The settled days of keys: `?2` is `[["p1", "2026-09-14"], …]`. */
export const workdaysSql = `select ${columns} from json_each(?2) k cross join workday w
  where w.company_id = ?1 and w.person_id = k.value ->> 0 and w.date = k.value ->> 1`;

/** One person's settled days of a range, in order. */
export async function readWorkdays(
  db: Database,
  companyId: string,
  range: { readonly personId: string; readonly from: WorkDate; readonly to: WorkDate },
): Promise<StoredWorkday[]> {
  const rows = await db.all<WorkdayRow>(
    `select ${columns} from workday w
      where w.company_id = ?1 and w.person_id = ?2 and w.date between ?3 and ?4 order by w.date`,
    ...[companyId, range.personId, range.from, range.to],
  );
  return rows.map(readStored);
}

/** Minutes of a project in one group: a person, a day or a task; `key` is null for minutes without a task. */
export interface HoursRow {
  readonly key: string | null;
  /** The person's name; null for days and tasks. */
  readonly name: string | null;
  readonly minutes: Minutes;
  readonly people: number;
  readonly days: number;
  readonly place: Readonly<Record<Place, Minutes>>;
  readonly overtime: Readonly<Record<OvertimeKind, Minutes>>;
}

const groupings = { person: "a.person_id", day: "a.date", task: "a.task_id" } as const;

/** A project's settled minutes of a range, one row a person, day or task, and all of them together. */
export async function projectHours(
  db: Database,
  companyId: string,
  wanted: {
    readonly projectId: string;
    readonly from: WorkDate;
    readonly to: WorkDate;
    readonly by: keyof typeof groupings;
  },
): Promise<{ readonly total: HoursRow; readonly rows: HoursRow[] }> {
  const key = groupings[wanted.by];
  const name = wanted.by === "person" ? "(select name from person where company_id = ?1 and id = a.person_id)" : "null";
  const values = [companyId, wanted.projectId, wanted.from, wanted.to] as const;
  const [found, spans] = await db.batch([
    db.prepare(
      `select ${key} as key, ${name} as name, ${sums[wanted.by]} ${ofProject} group by ${key} order by ${key}`,
      ...values,
    ),
    db.prepare(wanted.by === "person" ? daysSql : spanSql, ...values),
  ]);
  const rows = hoursOf((found?.results ?? []) as FlatHours[]);
  const { days = 0, people = rows.length } = (spans?.results[0] ?? {}) as { days?: number; people?: number };
  return { total: totalOf(rows, { days, people }), rows };
}

function totalOf(rows: readonly HoursRow[], span: { readonly days: number; readonly people: number }): HoursRow {
  const sum = (minutesOf: (row: HoursRow) => Minutes) => rows.reduce((all, row) => all + minutesOf(row), 0);
  const sumOf = <Name extends string>(names: readonly Name[], of: (row: HoursRow) => Readonly<Record<Name, Minutes>>) =>
    Object.fromEntries(names.map((name) => [name, sum((row) => of(row)[name])])) as Record<Name, Minutes>;
  return {
    ...{ key: null, name: null, minutes: sum(({ minutes }) => minutes), ...span },
    place: sumOf(["onsite", "mobile", "trip", "unknown"], ({ place }) => place),
    overtime: sumOf(["workday", "rest", "statutory"], ({ overtime }) => overtime),
  };
}

const minuteSums = `coalesce(sum(a.minutes), 0) as minutes,
  ${["onsite", "mobile", "trip", "unknown"].map(sumWhere("place")).join(", ")},
  ${["workday", "rest", "statutory"].map(sumWhere("overtime")).join(", ")}`;

const sums = {
  person: `${minuteSums}, 1 as people, count(distinct a.date) as days`,
  day: `${minuteSums}, count(distinct a.person_id) as people, 1 as days`,
  task: `${minuteSums}, count(distinct a.person_id) as people, count(distinct a.date) as days`,
} as const;

// The dates one after the other by the key, instead of every allocation once more.
const daysSql = `with recursive day (date) as (
    select min(date) from allocation where company_id = ?1 and project_id = ?2 and date >= ?3
    union all select (select min(n.date) from allocation n where n.company_id = ?1 and n.project_id = ?2 and n.date > day.date)
      from day where day.date < ?4)
  select count(*) as days from day where date <= ?4`;

const spanSql = `select count(distinct a.date) as days, count(distinct a.person_id) as people
  from allocation a where a.company_id = ?1 and a.project_id = ?2 and a.date between ?3 and ?4`;

const ofProject = `from allocation a where a.company_id = ?1 and a.project_id = ?2 and a.date between ?3 and ?4`;

type FlatHours = Omit<HoursRow, "place" | "overtime"> & Record<`place_${Place}` | `overtime_${OvertimeKind}`, Minutes>;

function sumWhere(column: string): (value: string) => string {
  return (value) => `coalesce(sum(a.minutes) filter (where a.${column} = '${value}'), 0) as ${column}_${value}`;
}

function hoursOf(rows: readonly FlatHours[]): HoursRow[] {
  return rows.map((row) => ({
    ...{ key: row.key, name: row.name, minutes: row.minutes, people: row.people, days: row.days },
    place: {
      onsite: row.place_onsite,
      mobile: row.place_mobile,
      trip: row.place_trip,
      unknown: row.place_unknown,
    },
    overtime: { workday: row.overtime_workday, rest: row.overtime_rest, statutory: row.overtime_statutory },
  }));
}

function readStored({ body, warnings, ...row }: WorkdayRow): StoredWorkday {
  return { ...row, ...(JSON.parse(body) as WorkdayBody), warnings: parseStored<WarningName[]>(warnings, []) };
}
