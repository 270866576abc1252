import { instantAt } from "@today/core/time/zone";
import { countedCalls } from "@today/db/call-count";
import { stoppedByQuota } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";

/** The counted calls of this month. */
export function usedCalls(ctx: Context): Promise<number> {
  return countedCalls(ctx.db, ctx.company.id, todayOf(ctx).slice(0, 7));
}

/** Only the night still tries when DingTalk has said that the calls are used up: they may have been bought since. */
export async function isOutOfCalls(ctx: Context, used: number): Promise<boolean> {
  const { db, company } = ctx;
  const month = instantAt(`${todayOf(ctx).slice(0, 7)}-01`, 0, company.zone);
  return used >= company.monthlyCalls || (await stoppedByQuota(db, company.id, month));
}
