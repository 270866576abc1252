import type { RemoteProject, RemoteTask, TaskQuery } from "../connector.ts";
import { readBody } from "../lenient.ts";
import type { Page } from "../page.ts";
import type { RedmineApi } from "./api.ts";
import { Issues, Projects } from "./shape.ts";

const open = 1;

/** Projects the key's account sees, closed ones too. One whose modules are not told is taken to count time. */
export async function listProjects(api: RedmineApi, cursor: string | null): Promise<Page<RemoteProject>> {
  // Without a status Redmine 5 leaves closed ones out.
  const query = { include: "enabled_modules", status: "1|5" };
  const { body, next } = await api.page("projects", { path: "/projects.json", query, cursor });
  const items = readBody(body, Projects).projects.map((project) => ({
    id: project.id,
    name: project.name,
    code: project.identifier,
    closed: (project.status ?? open) !== open,
    takesHours: project.enabled_modules?.some((one) => one.name === "time_tracking") ?? true,
  }));
  return { items, next };
}

/** A project's issues, closed ones too. */
export async function listTasks(api: RedmineApi, projectId: string, changes: TaskQuery): Promise<Page<RemoteTask>> {
  const { since, cursor } = changes;
  const query = {
    project_id: projectId,
    status_id: "*",
    // By id, so that an issue changed meanwhile does not slip from one page to another that was read.
    sort: "id",
    ...(since === null ? {} : { updated_on: `>=${new Date(since).toISOString().slice(0, 19)}Z` }),
  };
  const { body, next } = await api.page("issues", { path: "/issues.json", query, cursor });
  // Redmine adds the issues of subprojects.
  const own = readBody(body, Issues).issues.filter((issue) => issue.project.id === projectId);
  const items = own.map((issue) => ({
    id: issue.id,
    projectId,
    title: issue.subject,
    state: { id: issue.status.id, name: issue.status.name },
    closed: issue.status.is_closed ?? issue.closed_on !== null,
    assigneeId: issue.assigned_to?.id ?? null,
    startsOn: issue.start_date,
    dueOn: issue.due_date,
    updatedAt: issue.updated_on,
  }));
  return { items, next };
}
