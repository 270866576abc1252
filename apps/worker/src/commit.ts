import { addCalls, type CallTally } from "@today/db/call-count";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";
import type { Job } from "./job.ts";
import { groupsOf } from "./pull/work.ts";

/** The calls counted since the last time, to be written down with `commit`. */
export function takeCalls(ctx: Context): CallTally[] {
  return ctx.dingtalk.calls.take();
}

/** Writes statements and the calls that were made for them in one transaction; when it fails the calls are counted again later. */
export async function commit(
  ctx: Context,
  statements: readonly D1PreparedStatement[],
  calls: readonly CallTally[] = takeCalls(ctx),
): Promise<void> {
  const { db, company, dingtalk } = ctx;
  const counted = calls.length === 0 ? [] : [addCalls(db, { companyId: company.id, date: todayOf(ctx) }, calls)];
  try {
    await db.batch([...statements, ...counted]);
  } catch (error) {
    dingtalk.calls.giveBack(calls);
    throw error;
  }
}

const messagesAtOnce = 100;

/** Puts messages on the queue, as many at once as it takes. */
export async function enqueue(ctx: Context, jobs: readonly Job[]): Promise<void> {
  for (const group of groupsOf(jobs, messagesAtOnce)) {
    await ctx.queue.sendBatch(group.map((body) => ({ body })));
  }
}
