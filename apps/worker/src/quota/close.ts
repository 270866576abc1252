import { daysBetween, type WorkDate } from "@today/core/time/date";
import { readPeriods } from "@today/db/period";
import { hasRun } from "@today/db/quota-use";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";

/** A month that is about to be closed, of which everything is asked once more before. */
export interface ExpectedClose {
  readonly runId: string;
  readonly from: WorkDate;
  readonly to: WorkDate;
  /** Whether it is being prepared: then the next night asks. Before that, calls are only set aside. */
  readonly isNear: boolean;
}

/** A week is within what every night asks. */
const longWeek = 7;

/**
 * The month that ended last and is not closed yet, once only approvers may change it; of a company that closes months also before.
 * Null when the run before its close was made.
 */
export async function readClose(ctx: Context): Promise<ExpectedClose | null> {
  const { db, company } = ctx;
  const today = todayOf(ctx);
  const periods = await readPeriods(db, company.id, { today, count: 2 });
  const last = periods.find((period) => period.last < today);
  if (last === undefined || last.state === "closed" || daysBetween(last.first, last.last) < longWeek) return null;
  const isNear = last.state === "open-for-approvers";
  if (!isNear && !periods.some(({ closing }) => closing > 0)) return null;
  const runId = `close-${last.id}-${last.closing}`;
  if (await hasRun(db, company.id, runId)) return null;
  return { runId, from: last.first, to: last.last, isNear };
}
