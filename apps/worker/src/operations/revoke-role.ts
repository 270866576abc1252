import { deleteGrant, type RoleGrant } from "@today/db/role-grant";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Takes a role away; the last admin keeps theirs. */
export async function revokeRole(ctx: Context, grant: RoleGrant): Promise<void> {
  demandRole(ctx, "admin");
  if ((await deleteGrant(ctx.db, authorOf(ctx), grant)) === "last-admin") throw new Refusal("last-admin");
}
