import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import type { PersonBrief } from "./person.ts";
import { holds, manages, type Standing, standing, standingIn } from "./role.ts";

/** What somebody wants made at a target. */
export interface TaskWish {
  readonly id: string;
  readonly targetId: string;
  readonly projectId: string;
  readonly title: string;
  readonly description: string;
  readonly assigneeId: string | null;
  readonly startsOn: WorkDate | null;
  readonly dueOn: WorkDate | null;
  /** By which it is found again. */
  readonly marker: string;
}

/** A task that is made at a target, and how that stands. */
export interface StoredTaskDraft extends Omit<TaskWish, "marker" | "assigneeId"> {
  readonly assignee: PersonBrief | null;
  readonly state: "due" | "sending" | "unknown" | "failed" | "done";
  /** `mapping-too-long`, `person-unlinked`, or a code of the connectors. */
  readonly problem: string | null;
  readonly field: string | null;
  readonly attempts: number;
  /** Its id there, once it is. */
  readonly remoteTask: string | null;
  readonly createdAt: Instant;
  readonly createdBy: PersonBrief | null;
}

/** `unlinked`: the project's hours do not go to that target; `reused`: another task has the id. */
export type TaskAnswer = "written" | "unlinked" | "reused";

const may = (project: string) => `(${holds("admin")} or ${manages(project)})`;

/** Keeps a task that is to be made, by the project's manager or an admin; the same again changes nothing. */
export async function insertTaskDraft(
  db: Database,
  author: Author,
  wish: TaskWish,
): Promise<{ readonly standing: Standing; readonly answer: TaskAnswer }> {
  const { id, targetId, projectId, title, description, assigneeId, startsOn, dueOn, marker } = wish;
  const content = [title, description, assigneeId, startsOn, dueOn] as const;
  const values = [...authorValues(author), targetId, projectId, id, ...content, marker] as const;
  const linked = `exists (select 1 from destination d join target t on t.company_id = ?1 and t.id = ?6 and t.state <> 'removed'
    where d.company_id = ?1 and d.target_id = ?6 and d.project_id = ?7)`;
  const known = "exists (select 1 from task_draft o where o.company_id = ?1 and o.target_id = ?6 and o.id = ?8)";
  const same = `exists (select 1 from task_draft o where o.company_id = ?1 and o.target_id = ?6 and o.id = ?8
    and (o.project_id, o.title, o.description, o.assignee_id, o.starts_on, o.due_on) is (?7, ?9, ?10, ?11, ?12, ?13))`;
  const free = `${linked} and not ${known} and ${may("?7")}`;
  const history = intoHistory({
    ...{ subject: "'task-draft'", id: "?6 || '/' || ?8", action: "'create'", before: "null" },
    after: "json_object('project', ?7)",
  });
  const [seen, answer] = await db.batch([
    standing(db, author, projectId),
    db.prepare(`select ${linked} as linked, ${known} as known, ${same} as same`, ...values.slice(0, 13)),
    db.prepare(`${history} where ${free}`, ...values.slice(0, 8)),
    db.prepare(
      `insert into task_draft (company_id, target_id, id, project_id, remote_project, title, description, assignee_id,
         starts_on, due_on, marker, state, created_at, created_by, changed_at)
       select ?1, ?6, ?8, ?7, d.remote_project, ?9, ?10, ?11, ?12, ?13, ?14, 'due', ?4, ?2, ?4 from destination d
       where d.company_id = ?1 and d.target_id = ?6 and d.project_id = ?7 and ${free}`,
      ...values,
    ),
  ]);
  const row = answer?.results[0];
  const isReused = row?.known === 1 && row.same !== 1;
  return { standing: standingIn(seen), answer: isReused ? "reused" : row?.linked === 1 ? "written" : "unlinked" };
}

/** Sets what failed to be tried anew; false for a task that never was. */
export async function retryTaskDraft(
  db: Database,
  author: Author,
  key: Pick<TaskWish, "targetId" | "projectId" | "id">,
): Promise<{ readonly standing: Standing; readonly isKnown: boolean }> {
  const values = [...authorValues(author), key.targetId, key.projectId, key.id] as const;
  const open = `t.company_id = ?1 and t.target_id = ?6 and t.project_id = ?7 and t.id = ?8 and t.state = 'failed'
    and ${may("?7")}`;
  const history = intoHistory({
    ...{ subject: "'task-draft'", id: "?6 || '/' || ?8", action: "'retry'" },
    before: "json_object('problem', t.problem, 'field', t.field)",
    after: "null",
  });
  const [seen, found] = await db.batch([
    standing(db, author, key.projectId),
    db.prepare(
      "select 1 from task_draft where company_id = ?1 and target_id = ?2 and project_id = ?3 and id = ?4",
      ...[author.company, key.targetId, key.projectId, key.id],
    ),
    db.prepare(`${history} from task_draft t where ${open}`, ...values),
    db.prepare(
      `update task_draft as t set state = 'due', attempts = 0, next_at = 0, problem = null, field = null, changed_at = ?4
       where ${open}`,
      ...values,
    ),
  ]);
  return { standing: standingIn(seen), isKnown: found?.results.length === 1 };
}

/** Which tasks: of a target or of a project, those older than the last one of the page before. */
export interface TaskDraftsWish {
  readonly targetId: string | null;
  readonly projectId: string | null;
  readonly before: readonly [at: string, id: string] | null;
}

interface Row extends Omit<StoredTaskDraft, "assignee" | "createdBy"> {
  readonly assigneeId: string | null;
  readonly assigneeName: string | null;
  readonly assigneeTitle: string | null;
  readonly makerId: string;
  readonly makerName: string | null;
  readonly makerTitle: string | null;
}

/** Fifty tasks that were made, the newest first; rights are the caller's matter. */
export async function listTaskDrafts(db: Database, company: string, wish: TaskDraftsWish): Promise<StoredTaskDraft[]> {
  const rows = await db.all<Row>(
    `select t.id, t.target_id as targetId, t.project_id as projectId, t.title, t.description, t.starts_on as startsOn,
       t.due_on as dueOn, t.state, t.problem, t.field, t.attempts, t.remote_task as remoteTask, t.created_at as createdAt,
       t.assignee_id as assigneeId, a.name as assigneeName, a.title as assigneeTitle,
       t.created_by as makerId, m.name as makerName, m.title as makerTitle
     from task_draft t
     left join person a on a.company_id = ?1 and a.id = t.assignee_id
     left join person m on m.company_id = ?1 and m.id = t.created_by
     where t.company_id = ?1 and (?2 is null or t.target_id = ?2) and (?3 is null or t.project_id = ?3)
       and (?4 is null or (t.created_at, t.id) < (cast(?4 as integer), ?5))
     order by t.created_at desc, t.id desc limit 50`,
    ...[company, wish.targetId, wish.projectId, wish.before?.[0] ?? null, wish.before?.[1] ?? null],
  );
  return rows.map(({ assigneeId, assigneeName, assigneeTitle, makerId, makerName, makerTitle, ...row }) => ({
    ...row,
    assignee: assigneeId === null ? null : { id: assigneeId, name: assigneeName ?? "", title: assigneeTitle },
    createdBy: makerName === null ? null : { id: makerId, name: makerName, title: makerTitle },
  }));
}
