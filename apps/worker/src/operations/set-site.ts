import { type SiteRecord, upsertSite } from "@today/db/site";
import { authorOf, demand } from "../author.ts";
import type { Context } from "../context.ts";

/** Writes one site of a project under its id. */
export async function setSite(
  ctx: Context,
  wish: { readonly project: string; readonly site: SiteRecord },
): Promise<void> {
  demand(await upsertSite(ctx.db, authorOf(ctx), wish), "manager", "admin");
}
