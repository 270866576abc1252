import type { Instant } from "@today/core/time/minutes";
import type { Means } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { type Answer, type Outgoing, request } from "../http.ts";
import { readBody } from "../lenient.ts";
import type { Dialect } from "./dialect.ts";
import { isOf, refusalOf } from "./refusal.ts";
import { Who } from "./shape.ts";

/** A call below the root of the API: `/issue/10001/worklog`. */
export interface Call {
  readonly method?: Outgoing["method"];
  /** Another root than the dialect's. */
  readonly root?: string;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** Fields that a refusal may name. */
  readonly fields?: readonly string[];
}

/** Where a Jira is and how it is signed in to. */
export interface Door {
  readonly base: string;
  readonly authorization: string;
}

/** One Jira: its way of speaking and its calls. */
export interface Jira {
  readonly dialect: Dialect;
  readonly zone: string;
  readonly now: () => Instant;
  /** A 404 is `not-found` only once the account has proven to be signed in, since Jira hides what one may not see. */
  call(call: Call): Promise<Answer>;
  /** Who we are; throws `credentials` for a key that is good for nothing. Lists of Jira are open to anybody, this is not. */
  account(): Promise<{ readonly id: string; readonly name: string }>;
}

/** Speaks with one Jira; `means` gives the way out. */
export function openJira(means: Means, dialect: Dialect, door: Door): Jira {
  const ask = ({ method = "GET", root = dialect.root, path, fields = [], ...rest }: Call) =>
    request(means, {
      ...rest,
      method,
      base: door.base,
      path: root + path,
      headers: { authorization: door.authorization },
      classify: refusalOf(means.now, fields),
    });
  const account = async () => {
    const who = readBody((await ask({ path: "/myself" })).body, Who);
    const id = dialect.idOf(who);
    if (id === null) throw new ConnectorError({ kind: "unreadable", code: "account" });
    return { id, name: who.displayName ?? id };
  };
  const call = async (outgoing: Call) => {
    try {
      return await ask(outgoing);
    } catch (error) {
      if (isOf(error, "not-found")) await account();
      throw error;
    }
  };
  return { dialect, zone: means.zone, now: means.now, call, account };
}

/** An id as it stands in a path or in JQL; Jira's are numbers. Throws `not-found` for what can be none, naming the part of the fact. */
export function numberOf(id: string, what: "project" | "task" | "record"): string {
  if (!/^\d{1,18}$/.test(id)) throw new ConnectorError({ kind: "not-found", code: `${what}-unknown`, field: what });
  return id;
}

/** The path of an issue, `/issue/10001`; throws `invalid` without one. */
export function issuePath(taskId: string | null): string {
  if (taskId === null) throw new ConnectorError({ kind: "invalid", code: "task-missing", field: "task" });
  return `/issue/${numberOf(taskId, "task")}`;
}
