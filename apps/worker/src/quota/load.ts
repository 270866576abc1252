import type { Load } from "@today/core/call-cost";
import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { countApprovalLoad } from "@today/db/approval-form";
import { readVisitors } from "@today/db/visiting";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";

/** What the kinds of runs beside punches have to ask about. A kind that does not run asks nothing and has nothing set aside. */
export async function loadsOfKinds(ctx: Context): Promise<Omit<Load, "people" | "points" | "leavesAHundred">> {
  const visitors = await readVisitors(ctx.db, ctx.company.id, todayOf(ctx));
  return { ...(await approvalLoad(ctx)), checkinsADay: visitors.length };
}

const usualForms = 3;
const lately = 14;

/**
 * Each form is listed once, and once more while several of its approvals run: as two forms. Of a company whose forms are not known yet
 * 加班, 出差 and 外出 are assumed.
 */
async function approvalLoad({ db, company, now }: Context): Promise<Pick<Load, "approvalTemplates" | "approvalsADay">> {
  const load = await countApprovalLoad(db, company.id, now - lately * minutesPerDay * minuteMs);
  const approvalsADay = Math.ceil(load.came / lately) + load.running;
  return { approvalTemplates: 2 * (load.forms ?? usualForms), approvalsADay };
}
