import type { Means, RemoteProject, RemoteTask, TaskQuery } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { type Page, walk } from "../page.ts";
import type { ZentaoApi } from "./api.ts";
import { instantOf } from "./clock.ts";
import { Executions, Projects, type Task, Tasks } from "./shape.ts";
import { stateOf } from "./status.ts";

const over: ReadonlySet<string> = new Set(["done", "cancel", "closed"]);

export interface ProjectWithTeam extends RemoteProject {
  /** Accounts. */
  readonly team: readonly string[];
}

export async function listProjects(api: ZentaoApi, cursor: string | null): Promise<Page<ProjectWithTeam>> {
  const { body, next } = await api.page("projects", { path: "/projects", query: { status: "all" }, cursor });
  const projects = body === null ? [] : readBody(body, Projects).projects;
  const items = projects.map(({ id, name, code, status, teamMembers }) => {
    const closed = status === "closed";
    return { id, name, code, closed, takesHours: !closed, team: teamMembers ?? [] };
  });
  return { items, next };
}

/** The executions of a project, newest first; with `undone` those that are not finished. Throws `not-found` for no project. */
export async function readExecutions(api: ZentaoApi, projectId: string, status: "all" | "undone"): Promise<string[]> {
  const path = `/projects/${encodeURIComponent(projectId)}/executions`;
  const read = async (cursor: string | null) => {
    const { body, next } = await api.page("executions", { path, query: { status }, cursor }).catch(unknown);
    return { items: body === null ? [] : readBody(body, Executions).executions, next };
  };
  const ids: string[] = [];
  for await (const { id } of walk(read)) ids.push(id);
  return [...new Set(ids)].sort((a, b) => Number(b) - Number(a));
}

/** Lists the tasks of a project one execution after the other, whose list is read once a session. A cursor is `execution:page`. */
export function createTaskList(api: ZentaoApi, zone: Means["zone"]) {
  const executions = new Map<string, Promise<string[]>>();
  const executionsOf = (projectId: string) => {
    const known = executions.get(projectId) ?? readExecutions(api, projectId, "all");
    executions.set(projectId, known);
    known.catch(() => executions.delete(projectId));
    return known;
  };
  return async (projectId: string, { since, cursor }: TaskQuery): Promise<Page<RemoteTask>> => {
    const ids = await executionsOf(projectId);
    const [execution = "", page] = cursor?.split(":") ?? [ids[0]];
    if (execution === "") return { items: [], next: null };
    if (!ids.includes(execution)) throw new ConnectorError({ kind: "invalid", code: "cursor" });
    const read = await readTasks(api, execution, page ?? null);
    const tasks = read.items.map((task) => taskOf(task, projectId, zone));
    const following = ids[ids.indexOf(execution) + 1];
    const nextExecution = following === undefined ? null : `${following}:1`;
    return {
      items: tasks.filter((task) => since === null || task.updatedAt === null || task.updatedAt >= since),
      next: read.next === null ? nextExecution : `${execution}:${read.next}`,
    };
  };
}

/** One page of an execution's tasks, children included and deleted ones left out, newest first. */
export async function readTasks(api: ZentaoApi, execution: string, cursor: string | null): Promise<Page<Task>> {
  const path = `/executions/${encodeURIComponent(execution)}/tasks`;
  const { body, next } = await api.page("tasks", { path, query: { status: "all", order: "id_desc" }, cursor });
  const tasks = body === null ? [] : readBody(body, Tasks).tasks;
  const all = tasks.flatMap(({ children, ...task }) => [task, ...(children ?? [])]);
  const distinct = new Map(all.filter((task) => task.deleted !== true).map((task) => [task.id, task]));
  return { items: [...distinct.values()], next };
}

function taskOf(task: Task, projectId: string, zone: string): RemoteTask {
  return {
    id: task.id,
    projectId,
    title: task.name,
    state: stateOf(task.status),
    closed: over.has(task.status),
    assigneeId: task.assignedTo === "closed" ? null : task.assignedTo,
    startsOn: dayOf(task.estStarted),
    dueOn: dayOf(task.deadline),
    updatedAt: instantOf(task.lastEditedDate, zone),
  };
}

function dayOf(day: string | null): string | null {
  return day === null || day.startsWith("0000") ? null : day;
}

function unknown(error: unknown): never {
  const isMissing = error instanceof ConnectorError && ["400", "404"].includes(error.code);
  throw isMissing ? new ConnectorError({ kind: "not-found", code: "project-unknown", field: "project" }) : error;
}
