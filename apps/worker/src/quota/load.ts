import type { Load } from "@today/core/call-cost";
import type { Context } from "../context.ts";

/** What the kinds of runs beside punches have to ask about. A kind that does not run asks nothing and has nothing set aside. */
export async function loadsOfKinds(_ctx: Context): Promise<Omit<Load, "people" | "points" | "leavesAHundred">> {
  return { approvalTemplates: 0, approvalsADay: 0, checkinsADay: 0 };
}
