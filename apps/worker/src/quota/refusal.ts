import { stopRun } from "@today/db/sync-run";
import { commit, takeCalls } from "../commit.ts";
import type { Context } from "../context.ts";
import { usedCalls } from "../run-plan/calls-left.ts";
import { keepMade, keptPlan, makePlan } from "./planning.ts";

/**
 * Stops a run because DingTalk says that the month's calls are used up. Our count is kept beside what the company has: the
 * difference went to other apps. The plan is made anew at once, without pulls by day.
 */
export async function stopForQuota(ctx: Context, runId: string): Promise<void> {
  const { db, company, now } = ctx;
  const calls = takeCalls(ctx);
  const used = (await usedCalls(ctx)) + calls.reduce((sum, { cost }) => sum + cost, 0);
  const why = { state: "quota", problem: "quota-exhausted", counts: { used, allowed: company.monthlyCalls } } as const;
  await commit(ctx, [stopRun(db, { companyId: company.id, runId, at: now }, why)], calls);
  await db.batch([keepMade(ctx, await makePlan(ctx, await keptPlan(ctx)))]);
}
