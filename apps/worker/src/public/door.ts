import { type PresentedKey, useApiKey } from "@today/db/api-use";
import type { Context as Request } from "hono";
import { createMiddleware } from "hono/factory";
import { actingAs, type Context } from "../context.ts";
import { Refusal, type RefusalCode } from "../error.ts";
import { tokenDigest } from "../scim/token.ts";
import type { KeyDoor } from "./caller.ts";
import { once, onceIfAsked } from "./once.ts";
import { rateOf, requestsAMinute, windowOf } from "./rate.ts";
import type { Scope } from "./scope.ts";

/**
 * Spread into a route that wants a key with a scope, null for any key. Refuses `key-missing`, `key-invalid`, `key-expired`,
 * `scope-missing` and `rate-limited`.
 */
export function byKey(scope: Scope | null) {
  return { middleware: keyed(scope), security: securityOf(scope) };
}

/** The same for a route that writes: each Idempotency-Key is answered once, and `c.var.onceId` is the same for all its repeats. */
export function byKeyOnce(scope: Scope) {
  const middleware: [ReturnType<typeof keyed>, typeof once] = [keyed(scope), once];
  return { middleware, security: securityOf(scope) };
}

/** The same for a write that is one however often it is asked for: an Idempotency-Key is honoured, none is wanted. */
export function byKeyOnceIfAsked(scope: Scope) {
  const middleware: [ReturnType<typeof keyed>, typeof onceIfAsked] = [keyed(scope), onceIfAsked];
  return { middleware, security: securityOf(scope) };
}

function securityOf(scope: Scope | null) {
  return [{ key: scope === null ? [] : [scope] }];
}

function keyed(scope: Scope | null) {
  return createMiddleware<KeyDoor>(async (c, next) => {
    const { outside } = c.var;
    const key = await keyOf(c, outside);
    const rate = rateOf(outside.now, key.used);
    for (const [name, value] of Object.entries(rate.headers)) c.header(name, value);
    if (rate.over) {
      c.header("Retry-After", String(rate.seconds));
      throw new Refusal("rate-limited");
    }
    if (scope !== null && !key.scopes.includes(scope)) throw refusal(c, "scope-missing", scope);
    c.set("key", key);
    c.set("ctx", actingAs(outside, { id: key.id, roles: [], channel: "api" }));
    await next();
  });
}

async function keyOf(c: Request, { db, company, now: at }: Context): Promise<PresentedKey> {
  const given = c.req.header("authorization");
  if (given === undefined) throw refusal(c, "key-missing");
  const token = /^Bearer\s+(today_key_[\w-]{43})$/i.exec(given)?.[1];
  if (token === undefined) throw refusal(c, "key-invalid");
  const use = { digest: await tokenDigest(token), at, windowAt: windowOf(at), limit: requestsAMinute };
  const key = await useApiKey(db, company.id, use);
  if (key === null) throw refusal(c, "key-invalid");
  if (key.expired) throw refusal(c, "key-expired");
  return key;
}

/** A refusal with what RFC 6750 wants said of it. */
function refusal(c: Request, code: RefusalCode, scope?: Scope): Refusal {
  const error =
    code === "key-missing" ? "" : `, error="${scope === undefined ? "invalid_token" : "insufficient_scope"}"`;
  c.header("WWW-Authenticate", `Bearer realm="today"${error}${scope === undefined ? "" : `, scope="${scope}"`}`);
  return new Refusal(code);
}
