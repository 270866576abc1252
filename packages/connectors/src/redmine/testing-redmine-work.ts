import { type Call, empty, invalid, paged, type Reply } from "./testing-redmine-reply.ts";
import {
  activities,
  type Issue,
  markerField,
  type Project,
  roleOf,
  statuses,
  type User,
  type World,
  workflow,
} from "./testing-redmine-world.ts";

export function listProjects(world: World, { query, user }: Call): Reply {
  // Closed ones are told to who asks for them.
  const asked = (query.get("status") ?? "1").split("|");
  const there = world.projects.filter((one) => user !== null && asked.includes(String(one.status)));
  return paged(
    "projects",
    there.map((one) => projectOf(one, query)),
    query,
  );
}

export function oneProject(world: World, { query, user }: Call, id: number): Reply {
  if (user === null) return empty(401);
  const project = world.projects.find((one) => one.id === id);
  return project === undefined ? empty(404) : { status: 200, body: { project: projectOf(project, query) } };
}

export function listMemberships(world: World, { query, user }: Call, id: number): Reply {
  if (user === null) return empty(401);
  const project = world.projects.find((one) => one.id === id);
  if (project === undefined) return empty(404);
  const people = world.users.filter((one) => project.members.includes(one.id));
  const rows = people.map((one) => ({
    id: 900 + one.id,
    user: { id: one.id, name: `${one.firstname} ${one.lastname}` },
    roles: [{ id: roleOf(one) }],
  }));
  return paged("memberships", [{ id: 899, group: { id: 40, name: "木工班" } }, ...rows], query);
}

export function listUsers(world: World, { query, user }: Call): Reply {
  if (user === null) return empty(401);
  if (!user.admin) return empty(403);
  const there = world.users.filter((one) => query.get("status") === "" || one.locked === (query.get("status") === "3"));
  return paged(
    "users",
    there.map((one) => userOf(one, user)),
    query,
  );
}

export function oneUser(world: World, { user }: Call, id: string): Reply {
  if (user === null) return empty(401);
  const asked = id === "current" ? user : world.users.find((one) => String(one.id) === id);
  // Who is locked is nobody but to an administrator; the login is told to everybody.
  if (asked === undefined || (asked.locked && !user.admin)) return empty(404);
  return { status: 200, body: { user: { ...userOf(asked, user), login: asked.login } } };
}

/** Roles as anybody's key may read them. */
export function oneRole({ user }: Call, id: number): Reply {
  if (user === null) return empty(401);
  const permissions = ["view_time_entries", "log_time", "log_time_for_other_users"].slice(0, 4 - id);
  return { status: 200, body: { role: { id, permissions } } };
}

export function listIssues(world: World, { query, user }: Call): Reply {
  const since = /^>=(.*)$/.exec(query.get("updated_on") ?? "")?.[1] ?? "";
  const isOpen = query.get("status_id") !== "*";
  const rows = world.issues.filter(
    (issue) =>
      (query.get("project_id") ?? String(issue.project)) === String(issue.project) &&
      issue.updatedOn >= since &&
      !(isOpen && statusOf(issue).is_closed),
  );
  if (query.get("sort") !== "id") rows.reverse();
  return paged("issues", user === null ? [] : rows.map(issueOf), query);
}

export function createIssue(world: World, { body, user }: Call): Reply {
  if (user === null) return empty(401);
  const fields: Readonly<Record<string, unknown>> = { ...Object(body.issue) };
  const project = world.projects.find((one) => one.id === fields.project_id);
  if (project === undefined) return empty(404);
  const subject = String(fields.subject ?? "");
  if (subject === "" || [...subject].length > 255) return invalid(["Subject is invalid"]);
  const issue: Issue = {
    ...{ id: world.nextId++, project: project.id, subject, status: 1, updatedOn: "2026-09-15T02:00:00Z" },
    ...{ description: String(fields.description ?? ""), assignee: Number(fields.assigned_to_id) || null },
    startDate: fields.start_date === undefined ? null : String(fields.start_date),
    dueDate: fields.due_date === undefined ? null : String(fields.due_date),
  };
  world.issues.push(issue);
  return { status: 201, body: { issue: issueOf(issue) } };
}

export function oneIssue(world: World, call: Call, id: number): Reply {
  const issue = world.issues.find((one) => one.id === id);
  if (call.user === null) return empty(401);
  if (issue === undefined) return empty(404);
  const allowed = workflow[issue.status] ?? [];
  if (call.method === "PUT") {
    const asked = Number(Object(call.body.issue).status_id);
    // What the workflow forbids is skipped without a word.
    if (allowed.includes(asked)) issue.status = asked;
    return empty(204);
  }
  const tells = world.setup.tellsWorkflow && (call.query.get("include") ?? "").includes("allowed_statuses");
  const told = tells ? { allowed_statuses: statuses.filter((one) => allowed.includes(one.id)) } : {};
  return { status: 200, body: { issue: { ...issueOf(issue), ...told } } };
}

export function listActivities({ setup }: World): Reply {
  const rows = activities.map((one) => ({ ...one, is_default: setup.defaultActivity && one.id === 9, active: true }));
  return { status: 200, body: { time_entry_activities: rows } };
}

export function listCustomFields({ user }: Call): Reply {
  if (user?.admin !== true) return empty(user === null ? 401 : 403);
  const field = { ...markerField, customized_type: "time_entry", field_format: "string", is_filter: true };
  return { status: 200, body: { custom_fields: [field, { id: 4, name: "工期", customized_type: "issue" }] } };
}

function projectOf({ id, name, identifier, status, activities: own }: Project, query: URLSearchParams) {
  const include = query.get("include") ?? "";
  return {
    ...{ id, name, identifier, status, is_public: false },
    ...(include.includes("enabled_modules")
      ? { enabled_modules: [{ id: 1, name: id === 7 ? "wiki" : "time_tracking" }] }
      : {}),
    ...(include.includes("time_entry_activities") ? { time_entry_activities: own ?? activities } : {}),
  };
}

function userOf(one: User, caller: User) {
  const { id, firstname, lastname, login, mail, admin } = one;
  return { id, firstname, lastname, ...(caller.admin || one.id === caller.id ? { login, mail, admin } : {}) };
}

function issueOf(issue: Issue) {
  return {
    ...{
      id: issue.id,
      project: { id: issue.project, name: "" },
      subject: issue.subject,
      description: issue.description,
    },
    ...{
      status: statusOf(issue),
      assigned_to: { id: issue.assignee, name: "" },
      start_date: issue.startDate === undefined ? "2026-09-01" : issue.startDate,
      due_date: issue.dueDate ?? null,
    },
    ...{ done_ratio: 0, estimated_hours: null, updated_on: issue.updatedOn, closed_on: null },
  };
}

function statusOf(issue: Issue) {
  return statuses.find((one) => one.id === issue.status) ?? { id: issue.status, name: "", is_closed: false };
}
