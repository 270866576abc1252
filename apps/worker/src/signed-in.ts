import { findSignedIn, rolesOf, type SignedIn } from "@today/db/person";
import { createMiddleware } from "hono/factory";
import { todayOf } from "./author.ts";
import { actingAs, type Context } from "./context.ts";
import { type Env, readSettings } from "./env.ts";
import { Refusal } from "./error.ts";
import { openSession } from "./session.ts";

/** What every request carries: the bindings, and the world with nobody in it yet. */
export interface Door {
  Bindings: Env;
  Variables: { readonly outside: Context };
}

/** A request of somebody who is signed in: the world with them in it, and their row. */
export interface SignedDoor extends Door {
  Variables: Door["Variables"] & { readonly ctx: Context; readonly me: SignedIn };
}

/** Lets in whoever holds a session of an active person; refuses `session-missing` and `session-invalid`. */
export const signedIn = createMiddleware<SignedDoor>(async (c, next) => {
  const outside = c.var.outside;
  const claim = await openSession(c, readSettings(c.env).sessionSecret, outside.now);
  if (claim === "missing") throw new Refusal("session-missing");
  if (claim === "invalid" || claim.company !== outside.company.id) throw new Refusal("session-invalid");
  const me = await findSignedIn(outside.db, claim);
  if (me === null) throw new Refusal("session-invalid");
  c.set("me", me);
  c.set("ctx", actingAs(outside, { id: me.id, roles: rolesOf(me, todayOf(outside)), channel: "app" }));
  await next();
});
