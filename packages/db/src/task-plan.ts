import type { TaskWord } from "@today/core/task-state";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** Somebody whose tasks are to be looked at anew. */
export interface MarkedPerson {
  readonly personId: string;
  /** Changes with whatever marks them again. */
  readonly since: number;
}

/** A task that somebody's last day may say something of. */
export interface TaskOfDay {
  readonly personId: string;
  readonly date: WorkDate;
  /** A list of names as JSON. */
  readonly warnings: string;
  readonly targetId: string;
  readonly taskId: string;
  /** 1 when it is theirs, 0 when it is nobody's. */
  readonly own: number;
  readonly closed: number;
  readonly minutes: Minutes;
}

/** What a task's state is to be. */
export interface WantedState extends MarkedPerson {
  readonly date: WorkDate;
  readonly targetId: string;
  readonly taskId: string;
  readonly word: TaskWord;
  readonly stateId: string;
  readonly nextAt: Instant;
}

/** How many people are looked at in one transaction. */
export const peopleAtOnce = 100;
/** Nobody's tasks say anything of a day that is longer ago. */
const mostDaysBack = 92;

/** Up to 100 marked people. */
export function readMarkedPeople(db: Database, companyId: string): Promise<MarkedPerson[]> {
  return db.all<MarkedPerson>(
    `select person_id as personId, since from task_person where company_id = ?1 order by person_id limit ${peopleAtOnce}`,
    companyId,
  );
}

/** Whether anybody's tasks wait to be looked at. */
export async function hasMarkedPeople(db: Database, companyId: string): Promise<boolean> {
  const rows = await db.all("select 1 from task_person where company_id = ?1 limit 1", companyId);
  return rows.length > 0;
}

/** The statement that takes marks off again, except where somebody was marked once more meanwhile. */
export function unmarkPeople(db: Database, companyId: string, people: readonly MarkedPerson[]): D1PreparedStatement {
  return db.prepare(
    `delete from task_person where company_id = ?1 and (person_id, since) in
       (select value ->> 0, value ->> 1 from json_each(?2))`,
    ...[companyId, marksOf(people)],
  );
}

/** A person's mark as JSON of statements: `[["zhao",1789…]]`. */
export function marksOf(people: readonly MarkedPerson[]): string {
  return JSON.stringify(people.map(({ personId, since }) => [personId, since]));
}

const lastDays = `with last as materialized (select k.value ->> 0 as person_id,
    (select w.date from workday w where w.company_id = ?1 and w.person_id = k.value ->> 0
       and w.date between date(?3, '-${mostDaysBack} days') and ?3 and w.body ->> '$.over' order by w.date desc limit 1) as date
  from json_each(?2) k)`;
const day = `from last l cross join workday w on w.company_id = ?1 and w.person_id = l.person_id and w.date = l.date`;
const columns = `l.person_id as personId, l.date, w.warnings, g.id as targetId, t.id as taskId, t.closed`;
const says = "g.state <> 'removed' and g.states <> '{}' and g.starts_on <= l.date";

const ownSql = `${lastDays}
  select ${columns}, 1 as own, coalesce((select sum(b.minutes + b.waiting) from worklog b indexed by worklog_person
      where b.company_id = ?1 and b.person_id = l.person_id and b.date = l.date and b.target_id = g.id and b.remote_task = t.id), 0)
    as minutes
  ${day} cross join account a indexed by account_person on a.company_id = ?1 and a.person_id = l.person_id
    and a.source like 'target:%' and a.active = 1 and a.deleted_at is null
  cross join target g on g.company_id = ?1 and g.id = substr(a.source, 8) and ${says}
  cross join remote_task t indexed by remote_task_assignee on t.company_id = ?1 and t.target_id = g.id
    and t.assignee_id = a.external_id
  where t.closed = 0`;

const freeSql = `${lastDays}
  select ${columns}, 0 as own, sum(b.minutes + b.waiting) as minutes
  ${day} cross join worklog b indexed by worklog_person on b.company_id = ?1 and b.person_id = l.person_id and b.date = l.date
  cross join target g on g.company_id = ?1 and g.id = b.target_id and ${says}
  cross join remote_task t on t.company_id = ?1 and t.target_id = g.id and t.id = b.remote_task
  where t.assignee_id is null and t.closed = 0 group by l.person_id, g.id, t.id`;

/** The open tasks that the last days of people, over by a date, may say something of. */
export async function loadTasksOfDays(
  db: Database,
  companyId: string,
  { people, today }: { readonly people: readonly MarkedPerson[]; readonly today: WorkDate },
): Promise<TaskOfDay[]> {
  const values = [companyId, marksOf(people), today] as const;
  const results = await db.batch([db.prepare(ownSql, ...values), db.prepare(freeSql, ...values)]);
  return results.flatMap(({ results: rows }) => rows as unknown as TaskOfDay[]);
}

// A state that is there already is done. While a call is under way it stays so: its end sees that something else is wanted.
const wantSql = `insert into task_state (company_id, target_id, remote_task, remote_project, wanted, state_id, date, state, next_at,
    changed_at)
  select ?1, t.target_id, t.id, t.project_id, v.value ->> 'word', v.value ->> 'stateId', v.value ->> 'date',
    iif(t.state_id = v.value ->> 'stateId', 'done', 'due'), v.value ->> 'nextAt', ?3
  from json_each(?2) v cross join task_person m on m.company_id = ?1 and m.person_id = v.value ->> 'personId'
    and m.since = v.value ->> 'since'
  cross join remote_task t on t.company_id = ?1 and t.target_id = v.value ->> 'targetId' and t.id = v.value ->> 'taskId'
  where t.closed = 0
  on conflict do update set wanted = excluded.wanted, state_id = excluded.state_id, date = excluded.date,
    remote_project = excluded.remote_project,
    state = case state when 'sending' then 'sending' when 'unknown' then 'due' else excluded.state end,
    problem = null, field = null, attempts = 0, next_at = excluded.next_at, revision = revision + 1,
    changed_at = excluded.changed_at
  where excluded.date >= date and (wanted, state_id, date) is not (excluded.wanted, excluded.state_id, excluded.date)`;

const closedSql = `update task_state as s set state = 'done', problem = null, field = null, changed_at = ?2
  where s.company_id = ?1 and s.state in ('due', 'sending', 'unknown') and s.state in ('due', 'unknown')
    and exists (select 1 from remote_task t where t.company_id = ?1 and t.target_id = s.target_id and t.id = s.remote_task
      and t.closed = 1)`;

/** Statements that write what tasks' states are to be, except for people who were marked again meanwhile; closed tasks are left alone. */
export function keepWantedStates(
  db: Database,
  { companyId, at }: Arrival,
  wanted: readonly WantedState[],
): D1PreparedStatement[] {
  return [
    ...jsonChunks(wanted).map((chunk) => db.prepare(wantSql, companyId, chunk, at)),
    db.prepare(closedSql, companyId, at),
  ];
}
