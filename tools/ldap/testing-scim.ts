import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

/** Somebody as the door keeps them. */
export interface StoredUser {
  readonly id: string;
  readonly externalId: string;
  readonly userName: string;
  readonly active: boolean;
  readonly [part: string]: unknown;
}

/** A SCIM door with the manners of the product's, in memory. */
export interface TestScim {
  readonly url: string;
  readonly token: string;
  readonly users: Map<string, StoredUser>;
  /** "POST", "PUT" or "DELETE", as they came. */
  readonly writes: string[];
  /** The next so many requests are answered 503. */
  broken: number;
  stop(): void;
}

const TOKEN = "today_scim_test";

export async function startScim(): Promise<TestScim> {
  const users = new Map<string, StoredUser>();
  const server = createServer(async (request, response) => {
    const answer =
      scim.broken-- > 0
        ? { status: 503, body: {} }
        : take(request, await bodyOf(request), { users, writes: scim.writes });
    response.writeHead(answer.status, { "content-type": "application/scim+json" });
    response.end(answer.status === 204 ? "" : JSON.stringify(answer.body));
  }).listen(0, "127.0.0.1");
  await new Promise((done) => server.once("listening", done));
  const { port } = server.address() as AddressInfo;
  const scim: TestScim = {
    url: `http://127.0.0.1:${port}`,
    token: TOKEN,
    users,
    writes: [],
    broken: 0,
    stop: () => server.close(),
  };
  return scim;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

interface World {
  readonly users: Map<string, StoredUser>;
  readonly writes: string[];
}

function take({ method = "GET", url = "/", headers }: IncomingMessage, text: string, { users, writes }: World) {
  const { pathname, searchParams } = new URL(url, "http://scim");
  if (headers.authorization !== `Bearer ${TOKEN}`) return { status: 401, body: {} };
  const id = /^\/scim\/v2\/Users\/(.+)$/.exec(pathname)?.[1];
  if (!pathname.startsWith("/scim/v2/Users")) return { status: 404, body: {} };
  if (method === "GET") return { status: 200, body: list([...users.values()], searchParams) };
  writes.push(method);
  if (id !== undefined && !users.has(id)) return { status: 404, body: {} };
  if (method === "DELETE") {
    users.delete(id ?? "");
    return { status: 204, body: {} };
  }
  const user = JSON.parse(text) as StoredUser;
  const isTaken = [...users.values()].some(
    (one) =>
      one.id !== id &&
      (one.externalId === user.externalId || one.userName.toLowerCase() === user.userName.toLowerCase()),
  );
  if (isTaken) return { status: 409, body: { scimType: "uniqueness" } };
  const kept = { ...user, id: id ?? `u${users.size + 1}-${user.externalId.slice(0, 8)}` };
  users.set(kept.id, kept);
  return { status: id === undefined ? 201 : 200, body: kept };
}

function list(all: readonly StoredUser[], wanted: URLSearchParams) {
  const [, attribute = "", value = ""] = /^(\w+) eq "(.*)"$/.exec(wanted.get("filter") ?? "") ?? [];
  const found =
    attribute === "" ? all : all.filter((one) => String(one[attribute]).toLowerCase() === value.toLowerCase());
  const start = Number(wanted.get("startIndex") ?? 1);
  const Resources = found.slice(start - 1, start - 1 + Math.min(200, Number(wanted.get("count") ?? 200)));
  return { totalResults: found.length, startIndex: start, itemsPerPage: Resources.length, Resources };
}
