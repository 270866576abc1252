import type { Held, Town } from "../testing-town.ts";
import { serveWorklogs } from "./testing-jira-hours.ts";
import {
  issueJson,
  type NewFields,
  serveBulkFetch,
  serveCreate,
  serveCreateMeta,
  serveSearch,
  serveTransitions,
} from "./testing-jira-issues.ts";
import {
  host,
  json,
  newWorld,
  plain,
  projectCount,
  refuse,
  taskCount,
  userJson,
  visibleIssue,
  type World,
} from "./testing-jira-world.ts";

/** A Jira with what may be done to it from behind. */
export interface JiraTown extends Town {
  readonly world: World;
  /** The search learns of everything written so far. */
  index(): void;
}

/** A Jira Cloud, at its site and at the address for tokens with scopes. */
export function openCloud(): JiraTown {
  const settings = {
    address: host,
    email: "sync@example.com",
    token: "cloud-token-secret",
    cloudId: "",
    webhookSecret: "hook-secret",
  };
  const authorization = `Basic ${btoa(`${settings.email}:${settings.token}`)}`;
  return openTown({
    isCloud: true,
    settings,
    authorization,
    roots: ["/ex/jira/1324a887-45db-1bf4-1e99-ef0ff456d421", ""],
  });
}

/** A Jira Data Center below a path of its own. */
export function openDataCenter(): JiraTown {
  const settings = { address: "https://pm.example.com/jira", token: "dc-token-secret" };
  return openTown({ isCloud: false, settings, authorization: "Bearer dc-token-secret", roots: ["/jira"] });
}

interface Plan {
  readonly isCloud: boolean;
  readonly settings: Readonly<Record<string, string>>;
  readonly authorization: string;
  readonly roots: readonly string[];
}

function openTown({ isCloud, settings, authorization, roots }: Plan): JiraTown {
  const world = newWorld(isCloud);
  const [, person] = world.users;
  const given = world.issues.length;
  return {
    world,
    settings,
    projects: projectCount,
    tasks: taskCount,
    task: { projectId: "10000", taskId: "20001" },
    person: person?.id ?? "",
    errorBodies: [{ errorMessages: ["请登录。"], errors: {} }],
    held: () => world.worklogs.map((one) => heldOf(world, one)),
    book: ({ date, minutes, text }) => {
      world.counters.worklog += 1;
      world.worklogs.push({
        ...{ id: String(world.counters.worklog), issueId: "20001", isForeign: true, properties: [] },
        started: Date.parse(`${date}T09:00:00+08:00`),
        timeSpentSeconds: minutes * 60,
        comment: isCloud
          ? { type: "doc", version: 1, content: [{ type: "paragraph", content: [{ type: "text", text }] }] }
          : text,
      });
    },
    made: () =>
      world.issues.slice(given).map(({ summary, description, duedate, assignee }) => ({
        title: summary,
        description: plain(description),
        startsOn: null,
        dueOn: duedate,
        assigneeId: assignee,
      })),
    revoke: () => {
      world.isRevoked = true;
    },
    index: () => {
      for (const one of world.issues) one.isFresh = false;
    },
    fetch: async (request) => {
      const url = new URL(request.url);
      const root = roots.find((one) => url.pathname.startsWith(`${one}/rest/`));
      if (root === undefined) return json({ code: 404, message: "Not Found" }, 404);
      // Which kind of Jira this is, is told to anybody.
      const isOpen = url.pathname.endsWith("/serverInfo");
      if (!isOpen && request.headers.get("authorization") !== authorization) return refuse(401);
      const body: unknown = request.method === "GET" || request.method === "DELETE" ? null : await request.json();
      return serve(world, { method: request.method, url, path: url.pathname.slice(root.length), body });
    },
  };
}

interface Ask {
  readonly method: string;
  readonly url: URL;
  readonly path: string;
  readonly body: unknown;
}

function serve(world: World, ask: Ask): Response {
  const [, version, path = ""] = /^\/rest\/api\/([23])(\/.*)$/.exec(ask.path) ?? [];
  if (path === "/serverInfo" && version === "2") return json(serverInfo(world));
  if (version !== (world.isCloud ? "3" : "2")) return json({ message: "null for uri" }, 404);
  const work = /^\/issue\/([^/]+)\/worklog(?:\/([^/]+))?$/.exec(path);
  if (work !== null) return serveWorklogs(world, ask, work.slice(1));
  const [, moved] = /^\/issue\/([^/]+)\/transitions$/.exec(path) ?? [];
  if (moved !== undefined) return serveTransitions(world, moved, ask.body);
  const meta = /^\/issue\/createmeta\/([^/]+)\/issuetypes(?:\/([^/]+))?$/.exec(path);
  if (meta !== null) return serveCreateMeta(world, meta.slice(1));
  if (ask.method === "POST") return servePost(world, path, ask.body);
  return serveLists(world, path, ask.url) ?? serveOne(world, path, ask.url);
}

function servePost(world: World, path: string, body: unknown): Response {
  if (path === "/search" && world.isCloud) return json({ errorMessages: ["API 已移除。"] }, 410);
  if (path === (world.isCloud ? "/search/jql" : "/search")) return serveSearch(world, body as object);
  if (path === "/issue/bulkfetch" && world.isCloud) return serveBulkFetch(world, body as { issueIdsOrKeys: string[] });
  return path === "/issue" ? serveCreate(world, body as { fields: NewFields }) : refuse(404);
}

function serveLists(world: World, path: string, url: URL): Response | null {
  const projects = world.isRevoked ? [] : world.projects;
  const seesPeople = !world.isRevoked && world.rights.has("USER_PICKER");
  const people = (seesPeople ? world.users : []).map((one) => userJson(world, one));
  if (path === "/project/search" && world.isCloud) return json(projectPage(projects, url));
  if (path === "/project" && !world.isCloud) return json(projects);
  if (path === "/user/assignable/search") {
    const wanted = url.searchParams.get("project");
    const isKnown = world.projects.some((one) => one.key === wanted || (world.isCloud && one.id === wanted));
    return isKnown ? json(people) : refuse(404);
  }
  if (path === "/users/search" && world.isCloud) return json(people);
  return path === "/user/search" && !world.isCloud && url.searchParams.has("username") ? json(people) : null;
}

function projectPage(projects: World["projects"], url: URL): object {
  const startAt = Number(url.searchParams.get("startAt") ?? 0);
  const maxResults = Math.min(Number(url.searchParams.get("maxResults") ?? 50), 50);
  const values = projects.slice(startAt, startAt + maxResults);
  return { startAt, maxResults, total: projects.length, isLast: startAt + maxResults >= projects.length, values };
}

function serveOne(world: World, path: string, url: URL): Response {
  const [account] = world.users;
  if (path === "/myself")
    return world.isRevoked || account === undefined ? refuse(401) : json(userJson(world, account));
  if (path === "/mypermissions") return json(permissions(world, url));
  if (path === "/configuration") {
    return world.isRevoked ? refuse(401) : json({ timeTrackingEnabled: world.tracksTime, votingEnabled: true });
  }
  const [, kind, id = ""] = /^\/(project|issue)\/([^/]+)$/.exec(path) ?? [];
  if (kind === "project") {
    const project = world.isRevoked ? undefined : world.projects.find((one) => one.id === id || one.key === id);
    return project === undefined ? refuse(404) : json(project);
  }
  const issue = kind === "issue" ? visibleIssue(world, decodeURIComponent(id)) : undefined;
  const fields = (url.searchParams.get("fields") ?? "summary,status").split(",");
  return issue === undefined ? refuse(404) : json(issueJson(world, issue, fields));
}

function permissions(world: World, url: URL): object {
  const asked = (url.searchParams.get("permissions") ?? "").split(",");
  const held = (key: string) => !world.isRevoked && world.rights.has(key);
  const rows = asked.map((key) => [key, { id: "1", key, name: `权限 ${key}`, havePermission: held(key) }]);
  return { permissions: Object.fromEntries(rows) };
}

function serverInfo({ isCloud }: World): object {
  return { version: isCloud ? "1001.0.0-SNAPSHOT" : "9.12.4", deploymentType: isCloud ? "Cloud" : "Server" };
}

function heldOf({ users }: World, one: World["worklogs"][number]): Held {
  const date = new Date(one.started + 8 * 3_600_000).toISOString().slice(0, 10);
  return { date, minutes: one.timeSpentSeconds / 60, person: users[0]?.id ?? "", text: plain(one.comment) };
}
