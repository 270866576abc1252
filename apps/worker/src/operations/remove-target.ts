import { removeTarget as endTarget } from "@today/db/target-change";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Removes a target and forgets its credentials; what was written there stays there. A repeat changes nothing. */
export async function removeTarget(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "admin");
  if (!(await endTarget(ctx.db, authorOf(ctx), id))) throw new Refusal("not-found");
}
