import { claimOnce, keepAnswer, type OnceKey, releaseClaim } from "@today/db/idempotency";
import type { Context as Request } from "hono";
import { createMiddleware } from "hono/factory";
import { Refusal } from "../error.ts";
import { tokenDigest } from "../scim/token.ts";
import type { OnceDoor } from "./caller.ts";

const keptHeaders = ["content-type", "location"];
/** Answers of the work itself; what was refused before it, or broke, may be sent anew. */
const keptStatuses = [200, 201, 202, 204, 404, 409, 422];

/**
 * Answers each Idempotency-Key once for a day: a repeat gets the first answer, another body is refused. The claim is committed
 * before the work and the answer after it; when the worker dies between them, a repeat after a minute does the same work under the
 * same id, which changes nothing that was done.
 */
export const once = createMiddleware<OnceDoor>(async (c, next) => {
  const { ctx, key } = c.var;
  const idempotencyKey = readKey(c);
  const onceKey: OnceKey = { company: ctx.company.id, keyId: key.id, idempotencyKey };
  const digest = await tokenDigest([c.req.method, c.req.path, await c.req.text()].join("\n"));
  const claimed = await claimOnce(ctx.db, onceKey, { digest, at: ctx.now });
  if (claimed === "other") throw new Refusal("idempotency-key-reused");
  if (claimed === "running") {
    c.header("Retry-After", "1");
    throw new Refusal("idempotency-running");
  }
  if (claimed !== "ours") {
    const { status, headers, body } = claimed;
    c.header("Idempotency-Replayed", "true");
    for (const [name, value] of Object.entries(headers)) c.header(name, value);
    return body === "" ? c.body(null, status as 204) : c.body(body, status as 200);
  }
  c.set("onceId", await idOf(onceKey));
  await next();
  if (!keptStatuses.includes(c.res.status)) return releaseClaim(ctx.db, onceKey);
  const headers = keptHeaders.flatMap((name) => {
    const value = c.res.headers.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  const body = await c.res.clone().text();
  return keepAnswer(ctx.db, onceKey, { status: c.res.status, headers: Object.fromEntries(headers), body });
});

/** The same where the work is one of its own however often it is asked for: without a key it is simply done. */
export const onceIfAsked = createMiddleware<OnceDoor>(async (c, next) => {
  return c.req.header("idempotency-key") === undefined ? next() : once(c, next);
});

/** The key as it is sent, with or without the quotes of a structured field. */
function readKey(c: Request): string {
  const given = c.req.header("idempotency-key")?.trim() ?? "";
  const key = /^"(.*)"$/.exec(given)?.[1] ?? given;
  if (key === "") throw new Refusal("idempotency-key-missing");
  if (/^[\x21-\x7e]{1,255}$/.test(key)) return key;
  const fields = [{ path: "Idempotency-Key", message: "1 to 255 printable characters, no spaces" }];
  throw new Refusal("invalid-input", { fields });
}

async function idOf({ company, keyId, idempotencyKey }: OnceKey): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify([company, keyId, idempotencyKey]));
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", text)).slice(0, 16);
  // A version 8 UUID, RFC 9562: made of whatever its maker likes.
  bytes.set([((bytes[6] ?? 0) & 0x0f) | 0x80], 6);
  bytes.set([((bytes[8] ?? 0) & 0x3f) | 0x80], 8);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
