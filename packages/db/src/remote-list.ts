import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { holds, type Reader, readerValues } from "./role.ts";

/** Which rows of a long list: those that hold the text, after the last one of the page before. */
export interface RemoteWish {
  readonly targetId: string;
  readonly text: string;
  readonly after: readonly [name: string, id: string] | null;
}

/** Fifty rows by name, and where the next page begins. */
export interface RemotePage<Row> {
  readonly rows: readonly Row[];
  readonly next: readonly [name: string, id: string] | null;
}

/** A project of the far side, with those of ours whose hours go there. */
export interface RemoteProjectEntry {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly closed: boolean;
  readonly takesHours: boolean;
  readonly readAt: Instant;
  readonly tasksUntil: Instant | null;
  readonly tasks: number;
  readonly members: number;
  readonly projects: readonly {
    readonly id: string;
    readonly code: string;
    readonly name: string;
    readonly version: number;
  }[];
}

/** A task of the far side, with those of our projects whose hours stand on it when they name no task. */
export interface RemoteTaskEntry {
  readonly id: string;
  readonly projectId: string;
  readonly title: string;
  readonly state: { readonly id: string; readonly name: string };
  readonly closed: boolean;
  readonly assigneeId: string | null;
  readonly startsOn: WorkDate | null;
  readonly dueOn: WorkDate | null;
  readonly updatedAt: Instant | null;
  readonly projects: readonly string[];
}

const pageSize = 50;
const may = holds("admin");

/** Projects by name; `linked` only those with or without one of ours. Nothing for a reader who is no admin. */
export async function listRemoteProjects(
  db: Database,
  reader: Reader,
  wish: RemoteWish & { readonly linked: boolean | null },
): Promise<RemotePage<RemoteProjectEntry>> {
  const of = "d.company_id = ?1 and d.target_id = ?4 and d.remote_project = r.id";
  const rows = await db.all<ProjectRow>(
    `with r as materialized (select r.* from remote_project r where r.company_id = ?1 and r.target_id = ?4 and ${may}
         and (instr(lower(r.name), ?5) > 0 or instr(lower(r.code), ?5) > 0 or r.id = ?5) and (r.name, r.id) > (?6, ?7)
         and (?8 is null or ?8 = exists (select 1 from destination d where ${of}))
       order by r.name, r.id limit ${pageSize + 1})
     select r.id, r.name, r.code, r.closed, r.takes_hours as takesHours, r.read_at as readAt, r.tasks_until as tasksUntil,
       (select count(*) from remote_task k where k.company_id = ?1 and k.target_id = ?4 and k.project_id = r.id) as tasks,
       (select count(*) from remote_member m where m.company_id = ?1 and m.target_id = ?4 and m.project_id = r.id) as members,
       (select json_group_array(json_object('id', p.id, 'code', p.code, 'name', p.name, 'version', d.version))
         from destination d join project p on p.company_id = ?1 and p.id = d.project_id where ${of}) as projects
     from r order by r.name, r.id`,
    ...[...valuesOf(reader, wish), wish.linked === null ? null : wish.linked ? 1 : 0],
  );
  return pageOf(rows, ({ name }) => name, projectOf);
}

/** Tasks by title, of one remote project or all; `open` without the closed ones. Nothing for a reader who is no admin. */
export async function listRemoteTasks(
  db: Database,
  reader: Reader,
  wish: RemoteWish & { readonly project: string | null; readonly open: boolean },
): Promise<RemotePage<RemoteTaskEntry>> {
  const rows = await db.all<TaskRow>(
    `select r.id, r.project_id as projectId, r.title, r.state_id as stateId, r.state_name as stateName, r.closed,
       r.assignee_id as assigneeId, r.starts_on as startsOn, r.due_on as dueOn, r.updated_at as updatedAt,
       (select json_group_array(d.project_id) from destination d where d.company_id = ?1 and d.target_id = ?4
         and d.remote_task = r.id) as projects
     from remote_task r where r.company_id = ?1 and r.target_id = ?4 and ${may} and (?8 is null or r.project_id = ?8)
       and (instr(lower(r.title), ?5) > 0 or r.id = ?5) and (r.title, r.id) > (?6, ?7) and (?9 = 0 or r.closed = 0)
      
     order by r.title, r.id limit ${pageSize + 1}`,
    ...[...valuesOf(reader, wish), wish.project, wish.open ? 1 : 0],
  );
  return pageOf(rows, ({ title }) => title, taskOf);
}

interface ProjectRow extends Omit<RemoteProjectEntry, "closed" | "takesHours" | "projects"> {
  readonly closed: number;
  readonly takesHours: number;
  readonly projects: string;
}

interface TaskRow extends Omit<RemoteTaskEntry, "closed" | "state" | "projects"> {
  readonly stateId: string;
  readonly stateName: string;
  readonly closed: number;
  readonly projects: string;
}

function valuesOf(reader: Reader, { targetId, text, after }: RemoteWish) {
  const [name, id] = after ?? ["", ""];
  return [...readerValues(reader), targetId, text.toLowerCase(), name, id] as const;
}

function pageOf<Row extends { readonly id: string }, Entry>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
  entryOf: (row: Row) => Entry,
): RemotePage<Entry> {
  const shown = rows.slice(0, pageSize);
  const last = shown.at(-1);
  const next = rows.length > pageSize && last !== undefined ? ([nameOf(last), last.id] as const) : null;
  return { rows: shown.map(entryOf), next };
}

function projectOf({ closed, takesHours, projects, ...row }: ProjectRow): RemoteProjectEntry {
  return { ...row, closed: closed === 1, takesHours: takesHours === 1, projects: JSON.parse(projects) };
}

function taskOf({ stateId, stateName, closed, projects, ...row }: TaskRow): RemoteTaskEntry {
  return { ...row, state: { id: stateId, name: stateName }, closed: closed === 1, projects: JSON.parse(projects) };
}
