import type { Instant } from "@today/core/time/minutes";
import { groupRows } from "@today/db/arrival";
import { type AuditedCall, keepCalls } from "@today/db/call-audit";
import { addCalls, type CallTally } from "@today/db/call-count";
import { clearProblems } from "@today/db/link-problem";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";
import type { Job } from "./job.ts";
import { groupsOf } from "./pull/work.ts";

/** The calls made since the last time, to be written down with `commit`. */
export function takeCalls(ctx: Context): AuditedCall[] {
  return ctx.dingtalk.calls.take();
}

/** Writes statements and the calls that were made for them in one transaction; when it fails the calls are written later. */
export async function commit(
  ctx: Context,
  statements: readonly D1PreparedStatement[],
  calls: readonly AuditedCall[] = takeCalls(ctx),
): Promise<void> {
  try {
    await ctx.db.batch([...statements, ...auditOf(ctx, calls)]);
  } catch (error) {
    ctx.dingtalk.calls.giveBack(calls);
    throw error;
  }
}

/** One row a call, and what they add to the month's count. */
function auditOf(ctx: Context, calls: readonly AuditedCall[]): D1PreparedStatement[] {
  const { db, company } = ctx;
  if (calls.length === 0) return [];
  const day = { companyId: company.id, date: todayOf(ctx) };
  return [
    addCalls(db, day, tallyOf(calls)),
    ...keepCalls(db, company.id, calls),
    clearProblems(db, company.id, [...successesOf(calls), ["database", ctx.now]]),
  ];
}

function successesOf(calls: readonly AuditedCall[]): (readonly [path: string, at: Instant])[] {
  const ok = groupRows(
    calls.filter(({ outcome }) => outcome === "ok"),
    ({ path }) => path,
  );
  return [...ok].map(([path, some]) => [path, Math.max(...some.map(({ at }) => at))]);
}

function tallyOf(calls: readonly AuditedCall[]): CallTally[] {
  return [...groupRows(calls, ({ path }) => path)].map(([path, some]) => {
    const ok = some.filter(({ outcome }) => outcome === "ok").length;
    return { path, counted: some.reduce((sum, { cost }) => sum + cost, 0), ok, failed: some.length - ok };
  });
}

const messagesAtOnce = 100;

/** Puts messages on the queue, as many at once as it takes. */
export async function enqueue(ctx: Context, jobs: readonly Job[]): Promise<void> {
  for (const group of groupsOf(jobs, messagesAtOnce)) {
    await ctx.queue.sendBatch(group.map((body) => ({ body })));
  }
}
