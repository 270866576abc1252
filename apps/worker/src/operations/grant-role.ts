import { insertGrant, type RoleGrant } from "@today/db/role-grant";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Grants a role to an active person. */
export async function grantRole(ctx: Context, grant: RoleGrant): Promise<void> {
  demandRole(ctx, "admin");
  if ((await insertGrant(ctx.db, authorOf(ctx), grant)) === "unknown") throw new Refusal("not-found");
}
