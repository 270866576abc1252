import { deleteMember } from "@today/db/member";
import { authorOf, demand } from "../author.ts";
import type { Context } from "../context.ts";

/** Takes one person out of a project; what they booked stays. */
export async function removeMember(
  ctx: Context,
  wish: { readonly project: string; readonly person: string },
): Promise<void> {
  demand(await deleteMember(ctx.db, authorOf(ctx), wish), "manager", "admin");
}
