import type { WorkDate } from "@today/core/time/date";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { type MarkedPerson, marksOf } from "./task-plan.ts";

// Who is to be reminded of what. A person is marked in `m`; a task is theirs by an account of the target.
const marked = `json_each(?2) k cross join task_person m on m.company_id = ?1 and m.person_id = k.value ->> 0
  and m.since = k.value ->> 1`;
const owned = `account a indexed by account_person cross join target g on g.company_id = ?1 and g.id = substr(a.source, 8)
    and g.state <> 'removed' and g.todo = 1
  cross join person p on p.company_id = ?1 and p.id = a.person_id and p.active = 1 and p.union_id is not null
  cross join remote_task t on t.company_id = ?1 and t.target_id = g.id and t.assignee_id = a.external_id`;
const ownedIs = "a.company_id = ?1 and a.source like 'target:%' and a.active = 1 and a.deleted_at is null";

// A task that was due before anybody was to be reminded of it is no news.
const openSql = `insert into todo_reminder (company_id, target_id, remote_task, person_id, wanted, title, due_on, state, changed_at)
  select ?1, t.target_id, t.id, m.person_id, 'open', t.title, t.due_on, 'due', ?4 from ${marked} cross join ${owned}
  where ${ownedIs} and a.person_id = m.person_id and t.closed = 0 and t.due_on is not null
    and (t.due_on >= ?3 or exists (select 1 from todo_reminder o where o.company_id = ?1 and o.target_id = t.target_id
      and o.remote_task = t.id and o.person_id = m.person_id and o.wanted = 'open'))
  on conflict do update set wanted = 'open', title = excluded.title, due_on = excluded.due_on,
    state = iif(state = 'sending', 'sending', iif(state = 'unknown', 'unknown', 'due')), problem = null, attempts = 0, next_at = 0,
    revision = revision + 1, changed_at = excluded.changed_at
  where (wanted, title, due_on) is not (excluded.wanted, excluded.title, excluded.due_on)`;

const theirs = `exists (select 1 from ${owned} where ${ownedIs} and a.person_id = r.person_id and t.id = r.remote_task
  and t.target_id = r.target_id and t.due_on is not null`;
const wish = `case when ${theirs} and t.closed = 0) then 'open' when ${theirs} and t.closed = 1) then 'done' else 'gone' end`;

// What was never made needs no removing.
const endSql = `update todo_reminder as r set wanted = v.wish, problem = null, attempts = 0, next_at = 0, revision = revision + 1,
    state = case when r.state in ('sending', 'unknown') then r.state when r.todo_id is null then 'done' else 'due' end, changed_at = ?3
  from (select r.target_id, r.remote_task, r.person_id, ${wish} as wish from ${marked}
    cross join todo_reminder r indexed by todo_reminder_person on r.company_id = ?1 and r.person_id = m.person_id
    where r.wanted <> 'gone') v
  where r.company_id = ?1 and r.target_id = v.target_id and r.remote_task = v.remote_task and r.person_id = v.person_id
    and v.wish <> 'open' and v.wish <> r.wanted`;

/**
 * Statements that write of which tasks marked people are to be reminded: open ones of theirs that are due, at targets that remind. What
 * is closed is done, and what is no longer theirs goes. Nothing is written of people who were marked again meanwhile.
 */
export function keepTodoPlan(
  db: Database,
  { companyId, at }: Arrival,
  { people, today }: { readonly people: readonly MarkedPerson[]; readonly today: WorkDate },
): D1PreparedStatement[] {
  const marks = marksOf(people);
  return [db.prepare(endSql, companyId, marks, at), db.prepare(openSql, companyId, marks, today, at)];
}
