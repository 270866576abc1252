import { revokeApiKey as endKey } from "@today/db/api-key";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Ends a key of another program: its next request is refused. */
export async function revokeApiKey(ctx: Context, id: string): Promise<void> {
  demandRole(ctx, "admin");
  if (!(await endKey(ctx.db, authorOf(ctx), id))) throw new Refusal("not-found");
}
