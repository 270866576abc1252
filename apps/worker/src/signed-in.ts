import { findSignedIn, rolesOf, type SignedIn } from "@today/db/person";
import type { Context as Request } from "hono";
import { createMiddleware } from "hono/factory";
import { todayOf } from "./author.ts";
import { actingAs, type Context } from "./context.ts";
import { type Env, readSettings } from "./env.ts";
import { Refusal } from "./error.ts";
import { openSession, type SessionClaim } from "./session.ts";

/** What every request carries: the bindings, and the world with nobody in it yet. */
export interface Door {
  Bindings: Env;
  Variables: { readonly outside: Context };
}

/** A request of somebody who is signed in: the world with them in it, and their row. */
interface SignedDoor extends Door {
  Variables: Door["Variables"] & { readonly ctx: Context; readonly me: SignedIn };
}

/** A request of somebody whose session is well signed and not looked up yet. */
interface ClaimDoor extends Door {
  Variables: Door["Variables"] & { readonly ctx: Context; readonly claim: SessionClaim };
}

/** Lets in whoever holds a session of an active person; refuses `session-missing` and `session-invalid`. */
const signedIn = createMiddleware<SignedDoor>(async (c, next) => {
  const { outside } = c.var;
  const me = await findSignedIn(outside.db, await claimOf(c, c.env, outside));
  if (me === null) throw new Refusal("session-invalid");
  c.set("me", me);
  c.set("ctx", actingAs(outside, { id: me.id, roles: rolesOf(me, todayOf(outside)), channel: "app" }));
  await next();
});

/** Lets in whoever holds a well-signed session; whether it still holds is asked with the work itself, in one go. */
const claiming = createMiddleware<ClaimDoor>(async (c, next) => {
  const { outside } = c.var;
  const claim = await claimOf(c, c.env, outside);
  c.set("claim", claim);
  c.set("ctx", actingAs(outside, { id: claim.person, roles: ["employee"], channel: "app" }));
  await next();
});

const security = [{ session: [] }];

/** Spread into a route that wants somebody signed in. */
export const bySession = { middleware: signedIn, security };

/** The same for the two busiest routes, which look up the person themselves and refuse `session-invalid`. */
export const byClaim = { middleware: claiming, security };

async function claimOf(c: Request, env: Env, { now, company }: Context): Promise<SessionClaim> {
  const claim = await openSession(c, readSettings(env).sessionSecret, now);
  if (claim === "missing") throw new Refusal("session-missing");
  if (claim === "invalid" || claim.company !== company.id) throw new Refusal("session-invalid");
  return claim;
}
