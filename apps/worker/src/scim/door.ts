import { parseScimFilter, type ScimFilter } from "@today/core/scim-filter";
import type { Origin } from "@today/db/account";
import type { Author } from "@today/db/history";
import { useScimToken } from "@today/db/scim-token";
import type { Context as Request } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Door } from "../signed-in.ts";
import { ScimError } from "./error.ts";
import { tokenDigest } from "./token.ts";

/** A request of a directory that holds a token: of which source it tells, and under what name it writes. */
export interface ScimDoor extends Door {
  Variables: Door["Variables"] & { readonly origin: Origin; readonly author: Author };
}

/** A page as it is asked for; `first` counts from 0. */
export interface ListQuery {
  readonly filter: ScimFilter | null;
  readonly first: number;
  readonly count: number;
}

const bodyBytes = 1024 * 1024;
const mostAtOnce = 200;
const usualCount = 100;
const mediaType = { "Content-Type": "application/scim+json" };

/** Lets in whoever holds a token that was neither revoked nor is over. */
export const byToken = createMiddleware<ScimDoor>(async (c, next) => {
  const { outside } = c.var;
  const token = /^Bearer\s+(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
  const digest = token === undefined ? null : await tokenDigest(token);
  const found = digest && (await useScimToken(outside.db, outside.company.id, { digest, at: outside.now }));
  if (!found) throw new ScimError(401, null, "A token is wanted that still holds");
  c.set("origin", { company: found.company, source: found.source });
  c.set("author", authorOf(outside, found));
  await next();
});

/** Refuses bodies above 1 MB. */
export const limitBody = bodyLimit({
  maxSize: bodyBytes,
  onError: () => {
    throw new ScimError(413, null, "The body is too large");
  },
});

/** An answer in SCIM's media type. */
export function answer(c: Request, body: object, status: 200 | 201 = 200): Response {
  return c.json(body, status, mediaType);
}

/** One resource with its version as ETag; 304 for who has it already. */
export function answerOne(
  c: Request,
  body: { readonly version: number; readonly view: object },
  status: 200 | 201 = 200,
) {
  const tag = `W/"${body.version}"`;
  c.header("ETag", tag);
  if (c.req.method === "GET" && c.req.header("if-none-match") === tag) return c.body(null, 304);
  return answer(c, picked(c, body.view), status);
}

/** A refusal in SCIM's words. */
export function refuse(c: Request, error: ScimError): Response {
  if (error.status === 401) c.header("WWW-Authenticate", 'Bearer realm="scim"');
  return c.json(error.body, error.status, mediaType);
}

/** Refuses 412 when the request is about another version than is there. */
export function demandVersion(c: Request, version: number): void {
  const wanted = c.req.header("if-match");
  if (wanted !== undefined && wanted !== "*" && wanted !== `W/"${version}"`) {
    throw new ScimError(412, null, "Somebody else was faster");
  }
}

/** The body as JSON, whatever type it says it is. */
export async function bodyOf(c: Request): Promise<unknown> {
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new ScimError(400, "invalidSyntax", "The body is not JSON");
  }
}

/** Which page is asked for. */
export function listQuery(c: Request): ListQuery {
  const filterText = c.req.query("filter");
  const filter = filterText === undefined || filterText === "" ? null : parseScimFilter(filterText);
  if (filterText && filter === null) throw new ScimError(400, "invalidFilter", "The filter cannot be read");
  const first = Math.max(1, numberOf(c, "startIndex", 1)) - 1;
  return { filter, first, count: Math.min(mostAtOnce, Math.max(0, numberOf(c, "count", usualCount))) };
}

/** A page as an answer. */
export function answerList(
  c: Request,
  page: { readonly total: number; readonly views: readonly object[]; readonly first: number },
) {
  return answer(c, {
    schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
    totalResults: page.total,
    startIndex: page.first + 1,
    itemsPerPage: page.views.length,
    Resources: page.views.map((view) => picked(c, view)),
  });
}

/** The attributes that are wanted, at the top level: `attributes=userName` or `excludedAttributes=members`. */
function picked(c: Request, view: object): object {
  const [wanted, unwanted] = [namesOf(c.req.query("attributes")), namesOf(c.req.query("excludedAttributes"))];
  if (wanted === null && unwanted === null) return view;
  const stays = (name: string) =>
    ["schemas", "id"].includes(name) ||
    (wanted === null ? !unwanted?.has(name.toLowerCase()) : wanted.has(name.toLowerCase()));
  return Object.fromEntries(Object.entries(view).filter(([name]) => stays(name)));
}

function namesOf(list: string | undefined): Set<string> | null {
  if (list === undefined || list.trim() === "") return null;
  const bare = (name: string) =>
    name
      .trim()
      .toLowerCase()
      .replace(/^urn:ietf:params:scim:schemas:core:2\.0:\w+:/, "");
  const top = (name: string) => (name.startsWith("urn:") ? name.replace(/(:user):.*$/, "$1") : name.split(".")[0]);
  return new Set(list.split(",").map((name) => top(bare(name)) ?? ""));
}

function numberOf(c: Request, name: string, otherwise: number): number {
  const text = c.req.query(name);
  if (text === undefined || text === "") return otherwise;
  if (!/^-?\d{1,9}$/.test(text)) throw new ScimError(400, "invalidValue", name);
  return Number(text);
}

function authorOf(ctx: Context, token: Origin & { readonly id: string }): Author {
  return { company: token.company, person: token.id, today: todayOf(ctx), at: ctx.now, channel: token.source };
}
