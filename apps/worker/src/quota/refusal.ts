import { outdatePlan } from "@today/db/quota-plan";
import { stopRun } from "@today/db/sync-run";
import { commit, takeCalls } from "../commit.ts";
import type { Context } from "../context.ts";
import { usedCalls } from "../run-plan/calls-left.ts";

/**
 * Stops a run because DingTalk says that the month's calls are used up. Our count is kept beside what the company has: the
 * difference went to other apps. The plan is made anew before anything else is pulled.
 */
export async function stopForQuota(ctx: Context, runId: string): Promise<void> {
  const { db, company, now } = ctx;
  const calls = takeCalls(ctx);
  const used = (await usedCalls(ctx)) + calls.reduce((sum, { cost }) => sum + cost, 0);
  const why = { state: "quota", problem: "quota-exhausted", counts: { used, allowed: company.monthlyCalls } } as const;
  await commit(ctx, [stopRun(db, { companyId: company.id, runId, at: now }, why), outdatePlan(db, company.id)], calls);
}
