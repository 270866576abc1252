import { revokeScimToken as endToken } from "@today/db/scim-token";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Ends a token of a directory: its next request is refused. */
export async function revokeScimToken(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "admin");
  if (!(await endToken(ctx.db, authorOf(ctx), id))) throw new Refusal("not-found");
}
