import type { Town } from "../testing-town.ts";
import { listRows, pageAction, postRows, step } from "./testing-zentao-hours.ts";
import { logIn, logInAs } from "./testing-zentao-login.ts";
import { type Call, formatted, htmlOf, paged, reply } from "./testing-zentao-reply.ts";
import { createWorld, password, type Setup, type Task, taskOf, type World } from "./testing-zentao-world.ts";

const address = "https://pm.example.com/zentao";

/** A ZenTao 18.3 in memory, as its REST reference describes it. */
export function openZentao(setup: Partial<Setup> = {}, more: Town["settings"] = {}): Town & { readonly world: World } {
  const world = createWorld(setup);
  const given = world.tasks.length;
  return {
    world,
    settings: { address, account: "pusher", password, ...more },
    projects: world.projects.length,
    tasks: world.tasks.length,
    task: { projectId: "2", taskId: "12" },
    person: "zhangsan",
    errorBodies: [{ status: "success", data: '{"locate":"\\/zentao\\/user-deny.html"}' }, { error: "Unauthorized" }],
    fetch: (request) => answer(world, request),
    held: () =>
      world.rows.map((row) => ({
        date: row.date,
        minutes: Math.round(row.consumed * 60),
        person: row.account,
        text: row.work,
      })),
    book: ({ date, minutes, person, text }) => {
      world.counts.ids += 1;
      const row = { id: world.counts.ids, task: 12, account: person, date, consumed: minutes / 60, left: 1 };
      world.rows.push({ ...row, work: text });
    },
    made: () =>
      world.tasks.slice(given).map(({ name, desc, estStarted, deadline, assignedTo }) => ({
        title: name,
        description: desc,
        startsOn: estStarted,
        dueOn: deadline,
        assigneeId: assignedTo,
      })),
    revoke: () => {
      for (const kept of [world.tokens, world.passwords, world.applications]) kept.clear();
    },
  };
}

async function answer(world: World, request: Request): Promise<Response> {
  const { pathname, searchParams: query } = new URL(request.url);
  const path = pathname.slice(new URL(address).pathname.length);
  const text = request.method === "GET" ? "" : await request.text();
  if (path === "/api.php" && query.get("f") === "apilogin") return logInAs(world, query);
  if (path === "/api.php/v1/tokens") return logIn(world, bodyOf(text));
  const isPage = path === "/index.php";
  const token = isPage ? request.headers.get("cookie")?.replace("zentaosid=", "") : request.headers.get("token");
  const account = world.tokens.get(token ?? "");
  if (account === undefined) return isPage ? htmlOf("<script>login</script>") : reply({ error: "Unauthorized" }, 401);
  const call: Call = { method: request.method, query, body: bodyOf(text), account };
  if (isPage)
    return pageAction(world, call, { form: new URLSearchParams(text), referer: request.headers.get("referer") });
  return route(world, call, path.replace("/api.php/v1/", "").split("/"));
}

function route(world: World, call: Call, path: readonly string[]): Response | Promise<Response> {
  const [list = "", id = "", sub = ""] = path;
  if (list === "user") return reply({ profile: world.people.find((one) => one.account === call.account) ?? {} });
  if (list === "users") return listUsers(world, call);
  if (list === "projects" && id === "") return listProjects(world, call);
  if (list === "projects" && sub === "executions") return listExecutions(world, call, Number(id));
  if (list === "executions" && sub === "") return oneExecution(world, Number(id));
  if (list === "executions" && call.method === "POST") return createTask(world, call, Number(id));
  if (list === "executions") return listTasks(world, call, Number(id));
  if (list !== "tasks") return reply({ error: "not found" }, 404);
  if (sub === "estimate")
    return call.method === "GET" ? listRows(world, Number(id)) : postRows(world, call, Number(id));
  if (sub !== "") return step(world, call, { id: Number(id), name: sub });
  const task = world.tasks.find((one) => one.id === Number(id));
  return task === undefined ? reply({ error: "404 Not found" }, 404) : reply(formatted(world, task));
}

function listUsers(world: World, call: Call): Response {
  if (!world.browses) return reply({ error: "error" }, 400);
  const more = call.query.get("fileds")?.split(",") ?? [];
  const base = ["id", "account", "realname", "email"];
  const tell = (one: object) =>
    Object.fromEntries(Object.entries(one).filter(([name]) => [...base, ...more].includes(name)));
  return paged("users", world.people, { query: call.query, tell });
}

function listProjects(world: World, call: Call): Response {
  const rows = world.projects.map(({ team, ...one }) => ({ ...one, code: `P${one.id}`, teamMembers: team }));
  return paged("projects", rows, call);
}

function listExecutions(world: World, call: Call, project: number): Response {
  if (world.projects.every((one) => one.id !== project)) return reply({ error: "error" }, 400);
  const isAll = call.query.get("status") === "all";
  const rows = world.executions.filter((one) => one.project === project && (isAll || one.status === "doing"));
  return paged("executions", rows, call);
}

function oneExecution(world: World, id: number): Response {
  const execution = world.executions.find((one) => one.id === id);
  if (execution === undefined) return reply({ error: "404 Not found" }, 404);
  const nameOf = (account: string) => world.people.find((one) => one.account === account)?.realname ?? "";
  const teamMembers = execution.team.map((account) => ({ account, realname: nameOf(account) }));
  return reply({ id, project: execution.project, status: execution.status, teamMembers });
}

function listTasks(world: World, call: Call, execution: number): Response {
  const tasks = world.tasks.filter((one) => one.execution === execution).toReversed();
  const tell = (task: Task) => ({
    ...formatted(world, task),
    ...(world.tellsDescription ? {} : { desc: undefined }),
  });
  return paged("tasks", tasks, { query: call.query, tell });
}

function createTask(world: World, call: Call, execution: number): Response {
  const text = (name: string) => String(call.body?.[name] ?? "");
  const needed = ["name", "assignedTo", "type", "estStarted", "deadline"];
  if (needed.some((name) => text(name) === "")) return reply({ error: "…" }, 400);
  world.counts.ids += 1;
  const facts = {
    name: text("name"),
    desc: text("desc"),
    estStarted: text("estStarted"),
    deadline: text("deadline"),
    assignedTo: text("assignedTo"),
    openedBy: call.account,
    status: "wait",
    consumed: 0,
    left: 0,
    realStarted: null,
  };
  const task = taskOf(world.counts.ids, execution, facts);
  world.tasks.push(task);
  return reply(formatted(world, task), 201);
}

function bodyOf(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const body: unknown = JSON.parse(text);
    return body !== null && typeof body === "object" ? { ...body } : null;
  } catch {
    return null;
  }
}
