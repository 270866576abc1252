import type { Task, World } from "./testing-zentao-world.ts";

export interface Call {
  readonly method: string;
  readonly query: URLSearchParams;
  /** Null for what is no JSON object. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** The account it is made by. */
  readonly account: string;
}

export function reply(body: object, status = 200): Response {
  return Response.json(body, { status });
}

/** An error that PHP did not catch shows paths of the server. */
export function trace(): Response {
  return htmlOf("<h1>Fatal error</h1> in /apps/zentao/module/task/control.php", 500);
}

/** A page, with the cookie that every page sets. */
export function htmlOf(text: string, status = 200, session = "guest"): Response {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "set-cookie": `zentaosid=${session}; path=/; HttpOnly`,
  };
  return new Response(text, { status, headers });
}

/** A page of a list; beyond the end the last page comes again. */
export function paged<T extends object>(
  name: string,
  list: readonly T[],
  { query, tell = (row) => row }: { query: URLSearchParams; tell?: (row: T) => object },
): Response {
  const limit = Number(query.get("limit") ?? 20);
  const last = Math.max(1, Math.ceil(list.length / limit));
  const page = Math.min(Number(query.get("page") ?? 1), last);
  return reply({ page, total: list.length, limit, [name]: list.slice((page - 1) * limit, page * limit).map(tell) });
}

/** A task as most answers have it: people as objects, times in UTC. */
export function formatted(world: World, task: Task): object {
  const person = (account: string | null) => world.people.find((one) => one.account === account) ?? null;
  return {
    ...task,
    team: task.team.map((account) => ({ account })),
    openedBy: person(task.openedBy),
    assignedTo: person(task.assignedTo),
    finishedBy: person(task.finishedBy),
    realStarted: utcOf(task.realStarted),
    lastEditedDate: utcOf("2026-09-12 18:00:00"),
  };
}

/** A task as the answers to start, pause, restart, close and active have it: accounts, and the server's own time. */
export function raw(task: Task): object {
  return { ...task, lastEditedDate: "2026-09-12 18:00:00", deleted: task.deleted ? "1" : "0" };
}

function utcOf(local: string | null): string | null {
  if (local === null) return null;
  return new Date(`${local.replace(" ", "T")}+08:00`).toISOString().replace(".000Z", "Z");
}
