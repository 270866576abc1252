import { countedCalls } from "@today/db/call-count";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";

/** The counted calls of this month. */
export function usedCalls(ctx: Context): Promise<number> {
  return countedCalls(ctx.db, ctx.company.id, todayOf(ctx).slice(0, 7));
}
