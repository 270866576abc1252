import type { Means } from "../connector.ts";
import { ConnectorError, type ConnectorErrorFacts } from "../error.ts";
import { type Answer, request } from "../http.ts";
import { readBody } from "../lenient.ts";
import { countOf } from "../page.ts";
import { keepToken, logIn, logInAs } from "./login.ts";
import type { Settings } from "./setting.ts";
import { Me, Paged } from "./shape.ts";

const pageSize = 100;

type Query = Readonly<Record<string, string>>;

/** The calls in one account's name. */
export interface Calls {
  /** The body of an answer: `get("/tasks/1")`. */
  get(path: string, query?: Query): Promise<unknown>;
  post(path: string, body: object): Promise<unknown>;
  /** One page of a list, known to be the one asked for; beyond the end `body` is null. */
  page(name: string, at: { path: string; query?: Query; cursor: string | null }): Promise<Rows>;
  /** A page of the site itself with its action; a form makes it a POST. */
  act(query: Query, form?: URLSearchParams): Promise<void>;
}

export interface Rows {
  readonly body: unknown;
  readonly next: string | null;
}

export interface ZentaoApi extends Calls {
  /** The calls in somebody's own name through the application; the same session for the same account. */
  as(account: string): Calls;
}

/** The calls of one ZenTao. Nobody is called before the first of them. */
export function createZentaoApi(means: Means, settings: Settings): ZentaoApi {
  const people = new Map<string, Calls>();
  let lastTime = 0;
  const open = (account: string): Calls => {
    const login = async () => {
      lastTime = Math.max(lastTime + 1, Math.floor(means.now() / 1000));
      const token = await logInAs(means, settings, { account, time: lastTime });
      await proveAccount(
        callsOf(means, settings.address, (use) => use(token)),
        account,
      );
      return token;
    };
    return callsOf(means, settings.address, keepToken(login));
  };
  return {
    ...callsOf(
      means,
      settings.address,
      keepToken(() => logIn(means, settings)),
    ),
    as(account) {
      const calls = people.get(account) ?? open(account);
      people.set(account, calls);
      return calls;
    },
  };
}

/** Any page of ZenTao sets a session's cookie, so whose it is has to be asked. */
async function proveAccount(calls: Calls, account: string): Promise<void> {
  const { profile } = readBody(await calls.get("/user"), Me);
  if (profile.account !== account) {
    throw new ConnectorError({ kind: "permission", code: "wrong-person", field: "person" });
  }
}

function callsOf(means: Means, base: string, withToken: ReturnType<typeof keepToken>): Calls {
  const api = (method: "GET" | "POST", path: string, rest: { query?: Query; body?: object }) =>
    withToken(
      async (token) =>
        (await request(means, { method, base, path: `/api.php/v1${path}`, headers: { token }, classify, ...rest }))
          .body,
    );
  const get: Calls["get"] = (path, query = {}) => api("GET", path, { query });
  return {
    get,
    post: (path, body) => api("POST", path, { body }),
    async page(name, { path, query = {}, cursor }) {
      const page = countOf(cursor, 1);
      const body = await get(path, { ...query, limit: String(pageSize), page: String(page) });
      const { isThere, next } = placeOf(readBody(body, Paged(name)), page);
      return { body: isThere ? body : null, next };
    },
    act: (query, form) =>
      withToken(async (token) => {
        await request(means, {
          method: form === undefined ? "GET" : "POST",
          base,
          path: "/index.php",
          query: { ...query, t: "json" },
          headers: {
            cookie: `zentaosid=${token}`,
            referer: `${base}/index.php`,
            ...(form === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
          },
          ...(form === undefined ? {} : { body: form }),
          classify,
        });
      }),
  };
}

/** A page beyond the end comes as the last one once more, so the end is known by the count alone. */
function placeOf(list: { page: number; total: number; limit: number; came: number }, asked: number) {
  if (list.page !== asked && list.total > 0) return { isThere: false, next: null };
  const isLast = asked * list.limit >= list.total;
  if (!isLast && (list.came === 0 || list.limit < 1))
    throw new ConnectorError({ kind: "unreadable", code: "short-list" });
  return { isThere: true, next: isLast ? null : String(asked + 1) };
}

/** What may not be seen is told with status 200 and where to go in place of the list, and pages tell their refusals with it too. */
function classify({ status, body }: Answer): ConnectorErrorFacts | null {
  if (status !== 200) return null;
  const { data, error, result } = Object(body);
  if (typeof data === "string" && data.includes('"locate"')) return { kind: "permission", code: "denied" };
  const isRefused = (error !== undefined && error !== null) || result === "fail";
  return isRefused ? { kind: "invalid", code: "refused" } : null;
}
