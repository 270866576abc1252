import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** A target of a company. */
export interface TaskPlace {
  readonly companyId: string;
  readonly targetId: string;
}

/** A task that was taken to be made, with what its words hang on. */
export interface ClaimedTask {
  readonly id: string;
  readonly projectId: string;
  readonly remoteProject: string;
  readonly title: string;
  readonly description: string;
  readonly assigneeId: string | null;
  readonly startsOn: WorkDate | null;
  readonly dueOn: WorkDate | null;
  readonly marker: string;
  readonly attempts: number;
  readonly createdBy: string;
  readonly sendingAt: Instant;
}

/** How it ended. */
export interface TaskEnd extends Pick<ClaimedTask, "id" | "sendingAt" | "attempts"> {
  readonly state: "due" | "unknown" | "failed" | "done";
  readonly problem: string | null;
  readonly field: string | null;
  readonly nextAt: Instant;
  /** What it is there, once it is. */
  readonly made: { readonly id: string; readonly title: string; readonly assigneeId: string | null } | null;
}

/** As the index of what is open says it; otherwise the database does not see that it may be used. */
const isOpen = "t.state in ('due', 'sending', 'unknown')";
const mayGo = "g.state = 'on' and g.problem is null";

/** Takes the task that waits longest; null when none may go now. What was taken before `stale` and never came back is taken again. */
export async function claimTask(
  db: Database,
  { companyId, targetId }: TaskPlace,
  { now, stale }: { readonly now: Instant; readonly stale: Instant },
): Promise<ClaimedTask | null> {
  const [row] = await db.all<ClaimedTask>(
    `update task_draft set state = 'sending', sending_at = max(coalesce(sending_at, 0) + 1, ?3), attempts = attempts + 1
     where company_id = ?1 and target_id = ?2 and id = (
       select t.id from task_draft t indexed by task_draft_open where t.company_id = ?1 and t.target_id = ?2 and ${isOpen}
         and (t.state in ('due', 'unknown') and t.next_at <= ?3 or t.state = 'sending' and t.sending_at < ?4)
         and exists (select 1 from target g where g.company_id = ?1 and g.id = ?2 and g.quiet_until <= ?3 and ${mayGo})
       order by t.created_at, t.id limit 1)
     returning id, project_id as projectId, remote_project as remoteProject, title, description, assignee_id as assigneeId,
       starts_on as startsOn, due_on as dueOn, marker, attempts, created_by as createdBy, sending_at as sendingAt`,
    ...[companyId, targetId, now, stale],
  );
  return row ?? null;
}

/** Statements that keep how a task ended, unless somebody else has taken it since; one that is there stands among the remote tasks. */
export function keepTaskEnd(
  db: Database,
  { companyId, targetId }: TaskPlace,
  { end, now }: { readonly end: TaskEnd; readonly now: Instant },
): D1PreparedStatement[] {
  const mine = "t.company_id = ?1 and t.target_id = ?2 and t.id = ?3 and t.sending_at = ?4 and t.state = 'sending'";
  const key = [companyId, targetId, end.id, end.sendingAt] as const;
  const { made } = end;
  const known = db.prepare(
    `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, assignee_id,
       starts_on, due_on, read_at)
     select ?1, ?2, ?5, t.remote_project, ?6, '', '', 0, ?7, t.starts_on, t.due_on, ?8 from task_draft t where ${mine}
     on conflict do nothing`,
    ...[...key, made?.id ?? "", made?.title ?? "", made?.assigneeId ?? null, now],
  );
  return [
    ...(made === null ? [] : [known]),
    db.prepare(
      `update task_draft as t set state = ?5, problem = ?6, field = ?7, attempts = ?8, next_at = ?9, remote_task = ?10,
         changed_at = ?11 where ${mine}`,
      ...[...key, end.state, end.problem, end.field, end.attempts, end.nextAt, made?.id ?? null, now],
    ),
  ];
}

/** Targets that have tasks to be made that may go now, or were taken before `stale` and never came back. */
export async function readTaskTargets(
  db: Database,
  company: string,
  { now, stale }: { readonly now: Instant; readonly stale: Instant },
): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    `select g.id from target g where g.company_id = ?1 and g.quiet_until <= ?2 and ${mayGo} and exists (
       select 1 from task_draft t indexed by task_draft_open where t.company_id = ?1 and t.target_id = g.id and ${isOpen}
         and (t.state in ('due', 'unknown') and t.next_at <= ?2 or t.state = 'sending' and t.sending_at < ?3))`,
    ...[company, now, stale],
  );
  return rows.map(({ id }) => id);
}

/** Who a person is at a target, by the id there; null where nobody knows. */
export async function readRemoteId(
  db: Database,
  { companyId, targetId }: TaskPlace,
  person: string,
): Promise<string | null> {
  const [row] = await db.all<{ id: string }>(
    `select a.external_id as id from account a indexed by account_person
     where a.company_id = ?1 and a.person_id = ?3 and a.source = 'target:' || ?2 and a.external_id is not null
       and a.active = 1 and a.deleted_at is null order by length(a.external_id), a.external_id limit 1`,
    ...[companyId, targetId, person],
  );
  return row?.id ?? null;
}
