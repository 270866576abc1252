import type { Town } from "../testing-town.ts";
import { createEntry, listEntries, oneEntry } from "./testing-redmine-hours.ts";
import { type Call, empty, invalid, type Reply } from "./testing-redmine-reply.ts";
import * as work from "./testing-redmine-work.ts";
import { createWorld, key, type Setup, statuses, type User, type World } from "./testing-redmine-world.ts";

const address = "https://pm.example.com/redmine";

/** A Redmine 5.0 in memory, as its REST reference describes it. */
export function openRedmine(setup: Partial<Setup> = {}): Town & { readonly world: World } {
  const world = createWorld({ key: "pusher", defaultActivity: true, tellsWorkflow: true, ...setup });
  const given = world.issues.length;
  return {
    world,
    settings: { address, key },
    projects: world.projects.length,
    tasks: world.issues.filter((issue) => issue.project === 1).length,
    task: { projectId: "1", taskId: "12" },
    person: "5",
    errorBodies: [{ errors: ["Issue is invalid"] }, { projects: null }],
    fetch: (request) => answer(world, request),
    held: () =>
      world.entries.map((entry) => ({
        date: entry.spentOn,
        minutes: Math.round(entry.hours * 60),
        person: String(entry.user),
        text: entry.comments,
        extra: { activity: String(entry.activity) },
      })),
    extra: { activity: "10" },
    made: () =>
      world.issues.slice(given).map((issue) => ({
        title: issue.subject,
        description: issue.description,
        startsOn: issue.startDate ?? null,
        dueOn: issue.dueDate ?? null,
        assigneeId: issue.assignee === null ? null : String(issue.assignee),
      })),
    book: ({ date, minutes, person, text }) => {
      const place = { id: world.nextId++, project: 1, issue: 12, user: Number(person), activity: 9, fields: [] };
      world.entries.push({ ...place, hours: minutes / 60, comments: text, spentOn: date });
    },
    revoke: () => world.keys.clear(),
  };
}

async function answer(world: World, request: Request): Promise<Response> {
  const url = new URL(request.url);
  const path = url.pathname.slice(new URL(address).pathname.length);
  const caller = callerOf(world, request.headers);
  if (typeof caller === "number") return responseOf(empty(caller));
  const body = request.method === "GET" ? {} : bodyOf(await request.text());
  if (body === null) return responseOf(empty(400));
  const isRead = request.headers.get("content-type")?.startsWith("application/json") === true;
  const call = { method: request.method, query: url.searchParams, body: isRead ? body : {}, user: caller };
  const reply = route(world, call, path);
  return reply === null ? page() : responseOf(reply);
}

/** The key's user, or whom an administrator's key switches to; a number refuses. Anybody else's switch is passed over. */
function callerOf(world: World, headers: Headers): User | null | number {
  const user = world.users.find((one) => one.id === world.keys.get(headers.get("x-redmine-api-key") ?? "")) ?? null;
  if (user?.locked) return 401;
  const login = headers.get("x-redmine-switch-user");
  if (login === null || user?.admin !== true) return user;
  return world.users.find((one) => one.login === login && !one.locked) ?? 412;
}

function route(world: World, call: Call, path: string): Reply | null {
  const [, list, id = "", sub] = /^\/(\w+)(?:\/(\w+))?(?:\/(\w+))?\.json$/.exec(path) ?? [];
  const isRead = call.method === "GET";
  if (id === "") {
    if (list === "projects") return work.listProjects(world, call);
    if (list === "issues") return isRead ? work.listIssues(world, call) : work.createIssue(world, call);
    if (list === "users") return work.listUsers(world, call);
    if (list === "issue_statuses") return { status: 200, body: { issue_statuses: statuses } };
    if (list === "custom_fields") return work.listCustomFields(call);
    if (list !== "time_entries") return null;
    if (isRead) return listEntries(world, call);
    return call.body.time_entry === undefined ? invalid(["Hours cannot be blank"]) : createEntry(world, call);
  }
  if (list === "enumerations" && id === "time_entry_activities") return work.listActivities(world);
  if (list === "users") return work.oneUser(world, call, id);
  if (list === "roles") return work.oneRole(call, Number(id));
  if (list === "projects")
    return sub === "memberships"
      ? work.listMemberships(world, call, Number(id))
      : work.oneProject(world, call, Number(id));
  if (list === "issues") return work.oneIssue(world, call, Number(id));
  return list === "time_entries" ? oneEntry(world, call, Number(id)) : null;
}

function responseOf({ status, body }: Reply): Response {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return new Response(body === null ? null : JSON.stringify(body), { status, headers });
}

function page(): Response {
  return new Response("<!DOCTYPE html><h1>Page not found</h1>", {
    status: 404,
    headers: { "content-type": "text/html" },
  });
}

function bodyOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    return text === "" ? {} : Object(JSON.parse(text));
  } catch {
    return null;
  }
}
