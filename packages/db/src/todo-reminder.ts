import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds, type Reader, readerValues } from "./role.ts";

/** A reminder that was taken to be brought to DingTalk. */
export interface ClaimedTodo {
  readonly targetId: string;
  readonly remoteTask: string;
  readonly personId: string;
  /** Null for somebody who has none any more. */
  readonly unionId: string | null;
  readonly wanted: "open" | "done" | "gone";
  readonly title: string;
  readonly dueOn: WorkDate;
  /** Which todo of this task and person it is. */
  readonly n: number;
  /** Null before it is there. */
  readonly todoId: string | null;
  readonly attempts: number;
  readonly revision: number;
  readonly sendingAt: Instant;
}

/** How that ended. */
export interface TodoEnd extends Pick<ClaimedTodo, "todoId" | "n" | "attempts"> {
  readonly state: "due" | "unknown" | "failed" | "done";
  readonly problem: string | null;
  readonly nextAt: Instant;
}

interface Now {
  readonly now: Instant;
  /** What was taken before and never came back is taken again. */
  readonly stale: Instant;
}

/** As the index of what is open says it; otherwise the database does not see that it may be used. */
const isOpen = "r.state in ('due', 'sending', 'unknown')";
// Nothing of a paused target is told, but what it told once may be taken back.
const mayGo = `(r.state in ('due', 'unknown') and r.next_at <= ?2 or r.state = 'sending' and r.sending_at < ?3)
  and (r.wanted = 'gone' or exists (select 1 from target g where g.company_id = ?1 and g.id = r.target_id and g.state = 'on'))`;

/** Takes the reminder that waits longest; null when none may go now. */
export async function claimTodo(db: Database, companyId: string, { now, stale }: Now): Promise<ClaimedTodo | null> {
  const [row] = await db.all<ClaimedTodo>(
    `update todo_reminder as u set state = 'sending', sending_at = max(coalesce(sending_at, 0) + 1, ?2), attempts = attempts + 1
     where u.company_id = ?1 and (u.target_id, u.remote_task, u.person_id) = (
       select r.target_id, r.remote_task, r.person_id from todo_reminder r indexed by todo_reminder_open
       where r.company_id = ?1 and ${isOpen} and ${mayGo} order by r.next_at, r.changed_at, r.target_id, r.remote_task limit 1)
     returning target_id as targetId, remote_task as remoteTask, person_id as personId, wanted, title, due_on as dueOn, n,
       todo_id as todoId, attempts, revision, sending_at as sendingAt,
       (select p.union_id from person p where p.company_id = ?1 and p.id = person_id) as unionId`,
    ...[companyId, now, stale],
  );
  return row ?? null;
}

/** A statement that keeps how it ended, unless somebody else has taken it since; when something else is wanted by now, that is due. */
export function keepTodoEnd(
  db: Database,
  companyId: string,
  { claim, end, now }: { readonly claim: ClaimedTodo; readonly end: TodoEnd; readonly now: Instant },
): D1PreparedStatement {
  const same = "revision = ?6";
  // Without a todo there is nothing to take away.
  const other =
    "iif(?7 is null and wanted <> 'open' and ?9 <> 'unknown', 'done', iif(?9 = 'unknown', 'unknown', 'due'))";
  return db.prepare(
    `update todo_reminder set todo_id = ?7, n = ?8, state = iif(${same}, ?9, ${other}), problem = iif(${same}, ?10, null),
       attempts = iif(${same}, ?11, 0), next_at = iif(${same}, ?12, 0), changed_at = ?13
     where company_id = ?1 and target_id = ?2 and remote_task = ?3 and person_id = ?4 and sending_at = ?5 and state = 'sending'`,
    ...[companyId, claim.targetId, claim.remoteTask, claim.personId, claim.sendingAt, claim.revision],
    ...[end.todoId, end.n, end.state, end.problem, end.attempts, end.nextAt, now],
  );
}

/** Whether any reminder may go now. */
export async function hasTodoWork(db: Database, companyId: string, { now, stale }: Now): Promise<boolean> {
  const rows = await db.all(
    `select 1 from todo_reminder r indexed by todo_reminder_open where r.company_id = ?1 and ${isOpen} and ${mayGo} limit 1`,
    ...[companyId, now, stale],
  );
  return rows.length > 0;
}

/** How many reminders of a target stand how, `{ due: 3, done: 12 }`; nothing for a reader who is no admin. */
export async function countTodos(
  db: Database,
  reader: Reader,
  targetId: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await db.all<{ state: string; n: number }>(
    `select state, count(*) as n from todo_reminder where company_id = ?1 and target_id = ?4 and ${holds("admin")} group by 1`,
    ...[...readerValues(reader), targetId],
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
}

/** Lets reminders of a target that could not be brought be tried anew, for an admin, with a trace; gives how many. */
export async function retryTodos(db: Database, author: Author, targetId: string): Promise<number> {
  const failed = `r.company_id = ?1 and r.target_id = ?6 and r.state = 'failed' and ${holds("admin")}`;
  const values = [...authorValues(author), targetId] as const;
  const trace = intoHistory({
    ...{ subject: "'target'", id: "?6", action: "'retry-reminders'", before: "null" },
    after: "json_object('reminders', n)",
  });
  const [, changed] = await db.batch([
    db.prepare(`${trace} from (select count(*) as n from todo_reminder r where ${failed}) where n > 0`, ...values),
    db.prepare(
      `update todo_reminder as r set state = 'due', attempts = 0, next_at = ?4, problem = null where ${failed}`,
      ...values,
    ),
  ]);
  return changed?.meta.changes ?? 0;
}
