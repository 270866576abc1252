import type { Load } from "@today/core/call-cost";
import { readVisitors } from "@today/db/visiting";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";

/** What the kinds of runs beside punches have to ask about. A kind that does not run asks nothing and has nothing set aside. */
export async function loadsOfKinds(ctx: Context): Promise<Omit<Load, "people" | "points" | "leavesAHundred">> {
  const visitors = await readVisitors(ctx.db, ctx.company.id, todayOf(ctx));
  return { approvalTemplates: 0, approvalsADay: 0, checkinsADay: visitors.length };
}
