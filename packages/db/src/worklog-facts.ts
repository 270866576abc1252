import type { Booked } from "@today/core/adjustment";
import type { LinePart } from "@today/core/allocation";
import type { KeptWorklog } from "@today/core/worklog-difference";
import type { StandingAllocation } from "@today/core/worklog-hours";
import { byDay, type DayKey, groupRows, keyOf } from "./arrival.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** Where the hours of a project go at a target. */
export interface LinkedProject {
  readonly targetId: string;
  readonly remoteProject: string;
  readonly remoteTask: string | null;
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
}

/** Who a person is at a target. */
export interface TargetAccount {
  readonly targetId: string;
  readonly id: string;
  readonly usable: boolean;
}

/** All that the worklogs of one person's day hang on. */
export interface WorklogFacts {
  readonly personName: string;
  readonly booked: readonly StandingAllocation[];
  readonly adjusted: readonly Booked[];
  /** The best one first. */
  readonly accounts: readonly TargetAccount[];
  readonly kept: readonly (KeptWorklog & { readonly targetId: string })[];
  /** Empty where no target wants to know when hours began. */
  readonly line: readonly LinePart[];
}

/** What days to be planned have in common, and what each has of its own. */
export interface LoadedWorklogs {
  readonly projects: readonly LinkedProject[];
  of(day: DayKey): WorklogFacts;
}

type AdjustmentRow = DayKey & { readonly parts: string };
type LineRow = DayKey & { readonly line: string | null };
type KeptRow = DayKey & Omit<KeptWorklog, "body"> & { readonly targetId: string; readonly body: string };
type AccountRow = Omit<TargetAccount, "usable"> & { readonly personId: string; readonly usable: number };

/** Reads what the worklogs of up to 500 days hang on, all of one moment. */
export async function loadWorklogFacts(
  db: Database,
  companyId: string,
  { days, lines }: { readonly days: readonly DayKey[]; readonly lines: boolean },
): Promise<LoadedWorklogs> {
  const values = [companyId, JSON.stringify(days.map(({ personId, date }) => [personId, date]))] as const;
  const wanted = [projectsSql, peopleSql, allocationsSql, adjustmentsSql, accountsSql, keptSql];
  const statements = [
    ...wanted.map((sql) => db.prepare(sql, ...(sql === projectsSql ? [companyId] : values))),
    ...(lines ? [db.prepare(linesSql, ...values)] : []),
  ];
  const results = await db.batch(statements);
  const rows = <Row>(n: number) => (results[n]?.results ?? []) as unknown as Row[];
  const people = new Map(rows<{ id: string; name: string }>(1).map(({ id, name }) => [id, name]));
  const booked = byDay(rows<StandingAllocation & DayKey>(2));
  const adjusted = byDay(rows<AdjustmentRow>(3));
  const accounts = groupRows(rows<AccountRow>(4), ({ personId }) => personId);
  const kept = byDay(rows<KeptRow>(5));
  const drawn = byDay(rows<LineRow>(6));
  return {
    projects: rows<LinkedProject>(0),
    of: (day) => ({
      personName: people.get(day.personId) ?? day.personId,
      booked: booked.get(keyOf(day)) ?? [],
      adjusted: (adjusted.get(keyOf(day)) ?? []).flatMap(({ parts }) => parseStored<Booked[]>(parts, [])),
      accounts: (accounts.get(day.personId) ?? []).map((one) => ({ ...one, usable: one.usable === 1 })),
      kept: (kept.get(keyOf(day)) ?? []).map((row) => ({ ...row, body: JSON.parse(row.body) })),
      line: parseStored<LinePart[]>(drawn.get(keyOf(day))?.[0]?.line ?? null, []),
    }),
  };
}

/** A task that a target is known to have. */
export interface KnownTask {
  readonly targetId: string;
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
}

/** Those of the tasks that are known: `[["t1", "71"], …]`. */
export async function readKnownTasks(
  db: Database,
  companyId: string,
  tasks: readonly (readonly [targetId: string, id: string])[],
): Promise<KnownTask[]> {
  if (tasks.length === 0) return [];
  return db.all<KnownTask>(
    `select t.target_id as targetId, t.id, t.project_id as projectId, t.title from json_each(?2) k cross join remote_task t
      on t.company_id = ?1 and t.target_id = k.value ->> 0 and t.id = k.value ->> 1`,
    ...[companyId, JSON.stringify(tasks)],
  );
}

const projectsSql = `select d.target_id as targetId, d.remote_project as remoteProject, d.remote_task as remoteTask,
    p.id, p.code, p.name, p.short_name as shortName
  from destination d join project p on p.company_id = ?1 and p.id = d.project_id where d.company_id = ?1`;

const peopleOfDays = "(select distinct value ->> 0 as id from json_each(?2)) k";

const peopleSql = `select p.id, p.name from ${peopleOfDays} cross join person p on p.company_id = ?1 and p.id = k.id`;

// Days to be planned share their dates mostly: a project's date is read once for all its people (the plus signs say so).
const allocationsSql = `with dates as materialized (select distinct value ->> 1 as date from json_each(?2)),
    projects as materialized (select distinct project_id from destination where company_id = ?1)
  select a.person_id as personId, a.date, a.project_id as project, a.task_id as task, a.minutes, a.basis, a.place,
    a.overtime, a.state
  from dates d cross join projects p cross join allocation a
    on a.company_id = ?1 and a.project_id = p.project_id and a.date = d.date
  where (+a.person_id, +a.date) in (select value ->> 0, value ->> 1 from json_each(?2))
  order by a.project_id, a.n`;

const adjustmentsSql = `select a.person_id as personId, a.date, a.parts from json_each(?2) k cross join adjustment a
    on a.company_id = ?1 and a.person_id = k.value ->> 0 and a.date = k.value ->> 1
  order by a.n`;

const accountsSql = `select a.person_id as personId, substr(a.source, 8) as targetId, a.external_id as id,
    a.active = 1 and a.deleted_at is null as usable
  from ${peopleOfDays} cross join account a indexed by account_person on a.company_id = ?1 and a.person_id = k.id
  where a.source like 'target:%' and a.external_id is not null
  order by usable desc, a.deleted_at is not null, length(a.external_id), a.external_id`;

const keptSql = `select w.target_id as targetId, w.person_id as personId, w.date, w.key, w.minutes, w.waiting, w.held, w.body,
    w.digest, w.sent_digest as sentDigest, w.sent_minutes as sentMinutes, w.remote_id as remoteId, w.state, w.attempts,
    w.next_at as nextAt, w.sent_at as sentAt
  from json_each(?2) k cross join worklog w indexed by worklog_person
    on w.company_id = ?1 and w.person_id = k.value ->> 0 and w.date = k.value ->> 1`;

const linesSql = `select w.person_id as personId, w.date, w.body -> '$.line' as line from json_each(?2) k cross join workday w
    on w.company_id = ?1 and w.person_id = k.value ->> 0 and w.date = k.value ->> 1`;
