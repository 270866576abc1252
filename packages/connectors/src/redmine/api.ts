import type { Means } from "../connector.ts";
import { ConnectorError, type ConnectorErrorFacts } from "../error.ts";
import { type Answer, request } from "../http.ts";
import { readBody } from "../lenient.ts";
import { countOf } from "../page.ts";
import { type Account, Counted, Current } from "./shape.ts";

const pageSize = 100;

type Query = Readonly<Record<string, string>>;

/** One part of a list, its rows as received. */
export interface Rows {
  readonly body: unknown;
  readonly next: string | null;
}

export interface RedmineApi {
  /** The body of an answer: `get("/issues/1.json")`. */
  get(path: string, query?: Query): Promise<unknown>;
  /** The same; null for what is not there. */
  getIfThere(path: string): Promise<unknown>;
  /** One page of a list; the last one has proven that the key is good. */
  page(
    name: string,
    at: { readonly path: string; readonly query?: Query; readonly cursor: string | null },
  ): Promise<Rows>;
  send(method: "POST" | "PUT" | "DELETE", path: string, content?: Content): Promise<Answer>;
  /** The key's own account. Throws `credentials` for a key that is not good. */
  account(): Promise<Account>;
}

/** What is sent, and in the name of which login; null is the key's own. */
export interface Content {
  readonly body?: object;
  readonly login?: string | null;
}

/** The calls of one Redmine with one key. */
export function createRedmineApi(
  means: Means,
  settings: { readonly address: string; readonly key: string },
): RedmineApi {
  const call = (method: "GET" | "POST" | "PUT" | "DELETE", path: string, rest: Content & { query?: Query } = {}) =>
    request(means, {
      method,
      base: settings.address,
      path,
      headers: {
        "x-redmine-api-key": settings.key,
        ...(rest.login ? { "x-redmine-switch-user": rest.login } : {}),
      },
      ...(rest.query === undefined ? {} : { query: rest.query }),
      ...(rest.body === undefined ? {} : { body: rest.body }),
      classify,
    });

  const get: RedmineApi["get"] = async (path, query = {}) => (await call("GET", path, { query })).body;
  const account = async () => readBody(await get("/users/current.json"), Current).user;

  return {
    get,
    getIfThere: (path) =>
      get(path).catch((error: unknown) => {
        if (error instanceof ConnectorError && error.kind === "not-found") return null;
        throw error;
      }),
    account,
    send: (method, path, content = {}) => call(method, path, content),
    async page(name, { path, query = {}, cursor }) {
      const offset = countOf(cursor, 0);
      const body = await get(path, { ...query, limit: String(pageSize), offset: String(offset) });
      const next = nextOf(name, body, offset);
      // A key that is no longer good gets status 200 and an empty list.
      if (next === null) await account();
      return { body, next };
    },
  };
}

function nextOf(name: string, body: unknown, offset: number): string | null {
  const { total, came } = readBody(body, Counted(name));
  const end = offset + came;
  if (end >= total) return null;
  if (end === offset) throw new ConnectorError({ kind: "unreadable", code: "short-list" });
  return String(end);
}

function classify({ status }: Answer): ConnectorErrorFacts | null {
  return status === 412 ? { kind: "not-found", code: "person-unknown", field: "person" } : null;
}
