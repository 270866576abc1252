import { deleteSite } from "@today/db/site";
import { authorOf, demand } from "../author.ts";
import type { Context } from "../context.ts";

/** Takes a site away from a project. */
export async function removeSite(
  ctx: Context,
  wish: { readonly project: string; readonly site: string },
): Promise<void> {
  demand(await deleteSite(ctx.db, authorOf(ctx), wish), "manager", "admin");
}
