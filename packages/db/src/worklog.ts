import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { WorklogState } from "@today/core/worklog-difference";
import type { Held } from "@today/core/worklog-plan";
import type { Database } from "./database.ts";

/** Which worklogs of a target: all with null. */
export interface WorklogWish {
  readonly targetId: string;
  readonly state: WorklogState | null;
  readonly first: WorkDate | null;
  readonly last: WorkDate | null;
  readonly after: readonly [date: WorkDate, key: string] | null;
}

/** A worklog with the names of what it is about; names of what is not known any more are null. */
export interface WorklogRow {
  readonly key: string;
  readonly date: WorkDate;
  readonly personId: string;
  readonly personName: string | null;
  readonly projectId: string;
  readonly projectName: string | null;
  readonly taskId: string | null;
  readonly remotePerson: string | null;
  readonly remoteProject: string;
  readonly remoteProjectName: string | null;
  readonly remoteTask: string | null;
  readonly remoteTaskTitle: string | null;
  readonly note: string;
  readonly minutes: Minutes;
  readonly waiting: Minutes;
  readonly held: Held | null;
  readonly state: WorklogState;
  readonly sentMinutes: Minutes;
  readonly problem: string | null;
  readonly field: string | null;
  readonly attempts: number;
  readonly nextAt: Instant;
  readonly sentAt: Instant | null;
}

/** What stands in one state, and for what reason it waits. */
export interface WorklogTotal {
  readonly state: WorklogState;
  readonly held: Held | null;
  readonly count: number;
  readonly minutes: Minutes;
  readonly waiting: Minutes;
  readonly sentMinutes: Minutes;
}

const pageSize = 50;
const inRange = "w.company_id = ?1 and w.target_id = ?2 and w.date between coalesce(?3, '') and coalesce(?4, '9')";

/** Fifty worklogs of a target by date, where the next page begins, and what all of the range come to, whatever their state. */
export async function listWorklogs(
  db: Database,
  company: string,
  { targetId, state, first, last, after }: WorklogWish,
): Promise<{ readonly rows: WorklogRow[]; readonly totals: WorklogTotal[]; readonly next: WorklogWish["after"] }> {
  const values = [company, targetId, first, last] as const;
  const [date, key] = after ?? ["", ""];
  const [listed, summed] = await db.batch([
    db.prepare(listSql, ...values, state, date, key),
    db.prepare(
      `select state, held, count(*) as count, sum(minutes) as minutes, sum(waiting) as waiting,
         sum(sent_minutes) as sentMinutes from worklog w where ${inRange} group by state, held order by state, held`,
      ...values,
    ),
  ]);
  const found = (listed?.results ?? []) as unknown as WorklogRow[];
  const rows = found.slice(0, pageSize);
  const end = rows.at(-1);
  return {
    rows,
    totals: (summed?.results ?? []) as unknown as WorklogTotal[],
    next: found.length > pageSize && end !== undefined ? [end.date, end.key] : null,
  };
}

const listSql = `select w.key, w.date, w.person_id as personId, p.name as personName, w.project_id as projectId,
    j.name as projectName, w.task_id as taskId, w.remote_person as remotePerson, w.remote_project as remoteProject,
    r.name as remoteProjectName, w.remote_task as remoteTask, t.title as remoteTaskTitle, w.body ->> '$.note' as note,
    w.minutes, w.waiting, w.held, w.state, w.sent_minutes as sentMinutes, w.attempts,
    coalesce(w.problem, 'mapping-' || (w.body ->> '$.flaws[0].problem')) as problem,
    coalesce(w.field, w.body ->> '$.flaws[0].field') as field,
    w.next_at as nextAt, w.sent_at as sentAt
  from worklog w indexed by worklog_date
    left join person p on p.company_id = ?1 and p.id = w.person_id
    left join project j on j.company_id = ?1 and j.id = w.project_id
    left join remote_project r on r.company_id = ?1 and r.target_id = ?2 and r.id = w.remote_project
    left join remote_task t on t.company_id = ?1 and t.target_id = ?2 and t.id = w.remote_task
  where ${inRange} and (?5 is null or w.state = ?5) and (w.date, w.key) > (?6, ?7)
  order by w.date, w.key limit ${pageSize + 1}`;
