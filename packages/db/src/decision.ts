import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { isClosed } from "./closed.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { mayAnswer } from "./request-answer.ts";
import { holds, manages } from "./role.ts";

/** An allocation as somebody saw it; `key` is the core's `allocationKey`. With other minutes it is another one. */
export interface SeenAllocation {
  readonly personId: string;
  readonly date: WorkDate;
  readonly projectId: string;
  readonly key: string;
  readonly minutes: Minutes;
}

/** What a bulk action says of its items, each by its place in the list. */
export type Outcome = "done" | "changed" | "not-yours" | "period-closed";

/** A bulk action on its way into the tables. */
export interface DecisionBatch {
  readonly id: string;
  readonly verdict: "approved" | "rejected";
  readonly reason: string | null;
  /** The body as it was asked: `items` hold `{"type":"allocation",…}` or `{"type":"request","id"}`. */
  readonly asked: string;
}

/** SQL: allocation `a` under the name that the core gives it. */
export const keySql = "coalesce(a.task_id, '') || '|' || a.basis || '|' || a.place || '|' || coalesce(a.overtime, '')";

/** SQL: the author may decide on things of a person in a project. */
function mayDecide(person: string, project: string): string {
  return `${person} <> ?2 and (${holds("hr")} or ${manages(project)})`;
}

const matching = `a.company_id = ?1 and a.project_id = item.value ->> 'projectId' and a.date = item.value ->> 'date'
  and a.person_id = item.value ->> 'personId' and ${keySql} = item.value ->> 'key'
  and a.minutes = item.value ->> 'minutes' and a.state = 'waiting'`;

const outcomeOfAllocation = `case
  when not (${mayDecide("item.value ->> 'personId'", "item.value ->> 'projectId'")}) then 'not-yours'
  when ${isClosed("item.value ->> 'date'")} then 'period-closed'
  when exists (select 1 from allocation a where ${matching}) then 'done' else 'changed' end`;

const outcomeOfRequest = `coalesce((select case when not (${mayAnswer}) then 'not-yours'
    when r.state = 'waiting' then 'done' else 'changed' end
  from request r where r.company_id = ?1 and r.id = item.value ->> 'id'), 'not-yours')`;

/**
 * The first statement of a bulk action: keeps it with what will become of each item, `[[0, "done"], …]`, and returns that as
 * `answer`. Fails as `unique` when the action is there already.
 */
export function openBatch(db: Database, author: Author, batch: DecisionBatch): D1PreparedStatement {
  return db.prepare(
    `insert into approval_batch (company_id, id, made_by, at, asked, answer)
     select ?1, ?6, ?2, ?4, ?7, (select json_group_array(json_array(item.key,
         case item.value ->> 'type' when 'request' then ${outcomeOfRequest} else ${outcomeOfAllocation} end))
       from json_each(?7, '$.items') item)
     returning answer`,
    ...authorValues(author),
    ...[batch.id, batch.asked],
  );
}

/** Statements that decide on the waiting allocations among the items of a bulk action, whatever became of the others. */
export function decideStatements(db: Database, author: Author, batch: DecisionBatch): D1PreparedStatement[] {
  const values = [...authorValues(author), batch.id] as const;
  const ofBatch = "from decision d indexed by decision_batch where d.company_id = ?1 and d.batch_id = ?6";
  const history = intoHistory({
    ...{ subject: "'approval'", id: "d.person_id || '/' || d.date || '/' || d.project_id", action: "d.verdict" },
    before: "json_object('key', d.key, 'minutes', d.minutes, 'state', 'waiting')",
    after: "json_object('key', d.key, 'minutes', d.minutes, 'state', d.verdict)",
    reason: "d.reason",
  });
  return [
    db.prepare(
      `insert into decision (company_id, person_id, date, project_id, key, batch_id, minutes, verdict, at, made_by, reason,
         channel)
       select ?1, a.person_id, a.date, a.project_id, ${keySql}, ?6, a.minutes, ?8, ?4, ?2, ?9, ?5
       from json_each(?7, '$.items') item cross join allocation a
       where item.value ->> 'type' = 'allocation' and ${matching}
         and ${mayDecide("a.person_id", "a.project_id")} and not ${isClosed("a.date")}`,
      ...[...values, batch.asked, batch.verdict, batch.reason],
    ),
    db.prepare(`${history} ${ofBatch}`, ...values),
    db.prepare(
      `update allocation set state = ?3 where (company_id, project_id, date, person_id, n) in (
         select a.company_id, a.project_id, a.date, a.person_id, a.n ${withAllocation("?2")} and a.state = 'waiting')`,
      ...[author.company, batch.id, batch.verdict],
    ),
  ];
}

/** SQL: the decisions of a batch with the allocation each was made on, while it is as it was. */
export function withAllocation(batch: string): string {
  return `from decision d indexed by decision_batch cross join allocation a
    on a.company_id = ?1 and a.project_id = d.project_id and a.date = d.date and a.person_id = d.person_id
    where d.company_id = ?1 and d.batch_id = ${batch} and d.key = ${keySql} and d.minutes = a.minutes`;
}
