import type { Instant } from "@today/core/time/minutes";
import type { Database, SqlValue } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";
import { stands, stepValues, type TargetRun } from "./target-run.ts";

/** A project as the far side tells of it. */
export interface ToldProject {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly closed: boolean;
  readonly takesHours: boolean;
}

/** A task as the far side tells of it. */
export interface ToldTask {
  readonly id: string;
  readonly title: string;
  readonly state: { readonly id: string; readonly name: string };
  readonly closed: boolean;
  readonly assigneeId: string | null;
  readonly startsOn: string | null;
  readonly dueOn: string | null;
  readonly updatedAt: Instant | null;
}

/** A step of a run: its statements do nothing when somebody else has done it. */
export interface Step {
  readonly company: string;
  readonly run: TargetRun;
  readonly at: Instant;
}

const flag = (value: boolean) => (value ? 1 : 0);

/** Statements that write down projects. */
export function keepProjects(db: Database, step: Step, projects: readonly ToldProject[]): D1PreparedStatement[] {
  const rows = projects.map(({ id, name, code, closed, takesHours }) => [
    id,
    name,
    code,
    flag(closed),
    flag(takesHours),
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `insert into remote_project (company_id, target_id, id, name, code, closed, takes_hours, read_at)
       select ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ?6 from json_each(?5) where ${stands()}
       on conflict do update set name = excluded.name, code = excluded.code, closed = excluded.closed,
         takes_hours = excluded.takes_hours, read_at = excluded.read_at`,
      ...[...valuesOf(step), chunk, step.at],
    ),
  );
}

/** Statements that write down tasks of a project. */
export function keepTasks(
  db: Database,
  step: Step,
  { project, tasks }: { readonly project: string; readonly tasks: readonly ToldTask[] },
): D1PreparedStatement[] {
  const rows = tasks.map((task) => [
    ...[task.id, task.title, task.state.id, task.state.name, flag(task.closed), task.assigneeId],
    ...[task.startsOn, task.dueOn, task.updatedAt],
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `insert into remote_task (company_id, target_id, id, project_id, title, state_id, state_name, closed, assignee_id,
         starts_on, due_on, updated_at, read_at)
       select ?1, ?2, value ->> 0, ?7, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
         value ->> 7, value ->> 8, ?6 from json_each(?5) where ${stands()}
       on conflict do update set project_id = excluded.project_id, title = excluded.title, state_id = excluded.state_id,
         state_name = excluded.state_name, closed = excluded.closed, assignee_id = excluded.assignee_id,
         starts_on = excluded.starts_on, due_on = excluded.due_on, updated_at = excluded.updated_at, read_at = excluded.read_at`,
      ...[...valuesOf(step), chunk, step.at, project],
    ),
  );
}

/** Statements that write down who belongs to a project. */
export function keepMembers(
  db: Database,
  step: Step,
  { project, people }: { readonly project: string; readonly people: readonly string[] },
): D1PreparedStatement[] {
  return jsonChunks(people).map((chunk) =>
    db.prepare(
      `insert into remote_member (company_id, target_id, project_id, remote_person, read_at)
       select ?1, ?2, ?7, value, ?6 from json_each(?5) where ${stands()}
       on conflict do update set read_at = excluded.read_at`,
      ...[...valuesOf(step), chunk, step.at, project],
    ),
  );
}

/** A statement that closes the projects that a whole list, begun at an instant, has not named: they are not there any more. */
export function closeUnseenProjects(db: Database, step: Step, begun: Instant): D1PreparedStatement {
  return db.prepare(
    `update remote_project set closed = 1, takes_hours = 0 where company_id = ?1 and target_id = ?2 and read_at < ?5
       and (closed, takes_hours) is not (1, 0) and ${stands()}`,
    ...[...valuesOf(step), begun],
  );
}

/** Statements that end the reading of a project's tasks: up to when they are known, and, after a whole list, which are gone. */
export function endTasks(
  db: Database,
  step: Step,
  { project, begun, full }: { readonly project: string; readonly begun: Instant; readonly full: boolean },
): D1PreparedStatement[] {
  const values: readonly SqlValue[] = [...valuesOf(step), project, begun];
  const until = db.prepare(
    `update remote_project set tasks_until = max(coalesce(tasks_until, 0), ?6) where company_id = ?1 and target_id = ?2
       and id = ?5 and ${stands()}`,
    ...values,
  );
  if (!full) return [until];
  return [
    until,
    db.prepare(
      `update remote_task set closed = 1 where company_id = ?1 and target_id = ?2 and project_id = ?5 and read_at < ?6
         and closed = 0 and ${stands()}`,
      ...values,
    ),
  ];
}

/** A statement that forgets who a whole list of a project's members has not named. */
export function forgetUnseenMembers(
  db: Database,
  step: Step,
  { project, begun }: { readonly project: string; readonly begun: Instant },
): D1PreparedStatement {
  return db.prepare(
    `delete from remote_member where company_id = ?1 and target_id = ?2 and project_id = ?5 and read_at < ?6 and ${stands()}`,
    ...[...valuesOf(step), project, begun],
  );
}

/** The remote projects to which hours of ours go, with the instant up to which their tasks are known. */
export function readWantedProjects(
  db: Database,
  company: string,
  targetId: string,
): Promise<{ readonly id: string; readonly tasksUntil: Instant | null }[]> {
  return db.all(
    `select distinct d.remote_project as id, p.tasks_until as tasksUntil from destination d
     left join remote_project p on p.company_id = ?1 and p.target_id = ?2 and p.id = d.remote_project
     where d.company_id = ?1 and d.target_id = ?2 order by 1`,
    ...[company, targetId],
  );
}

/** A project of the far side, as it was told last; null for one that is not known. */
export async function findRemoteProject(
  db: Database,
  company: string,
  { targetId, id }: { readonly targetId: string; readonly id: string },
): Promise<ToldProject | null> {
  const [row] = await db.all<Omit<ToldProject, "closed" | "takesHours"> & { closed: number; takesHours: number }>(
    `select r.id, r.name, r.code, r.closed, r.takes_hours as takesHours from remote_project r
     join target t on t.company_id = ?1 and t.id = ?2 and t.state <> 'removed'
     where r.company_id = ?1 and r.target_id = ?2 and r.id = ?3`,
    ...[company, targetId, id],
  );
  return row === undefined ? null : { ...row, closed: row.closed === 1, takesHours: row.takesHours === 1 };
}

/** A statement that notes that a target was read to the end. */
export function noteRead(db: Database, step: Step): D1PreparedStatement {
  return db.prepare(
    `update target set read_at = ?5 where company_id = ?1 and id = ?2 and ${stands()}`,
    ...[...valuesOf(step), step.at],
  );
}

/** A statement that takes back what stood in the way of a target, for it has answered. */
export function forgetProblem(db: Database, company: string, targetId: string): D1PreparedStatement {
  return db.prepare(
    "update target set problem = null, problem_at = null where company_id = ?1 and id = ?2 and problem is not null",
    ...[company, targetId],
  );
}

/** A statement that leaves a target alone until an instant. */
export function keepQuiet(
  db: Database,
  company: string,
  { targetId, until }: { readonly targetId: string; readonly until: Instant },
): D1PreparedStatement {
  return db.prepare(
    "update target set quiet_until = max(quiet_until, ?3) where company_id = ?1 and id = ?2",
    ...[company, targetId, until],
  );
}

function valuesOf({ company, run }: Step): readonly SqlValue[] {
  return stepValues(company, run);
}
