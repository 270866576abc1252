import { DatabaseError } from "@today/db/database-error";
import { endBatch, type SyncBatch, stopRun } from "@today/db/sync-run";
import { DingTalkError, type DingTalkErrorKind } from "@today/dingtalk/error";
import { commit } from "./commit.ts";
import type { Context } from "./context.ts";
import { PullProblem } from "./pull/operator.ts";

const mostAttempts = 4;

const passing: ReadonlySet<DingTalkErrorKind> = new Set(["banned", "busy", "throttled", "timeout"]);

/**
 * Decides about a batch that failed: used-up calls stop the whole run, what may pass is thrown on so that its message comes again,
 * anything else, and a batch that failed four times, ends the batch under the problem's name.
 */
export async function failBatch(ctx: Context, batch: SyncBatch<unknown>, error: unknown): Promise<void> {
  const { db, company, now } = ctx;
  const { runId, n } = batch;
  if (error instanceof DingTalkError && error.kind === "quota") {
    const stop = { companyId: company.id, runId, at: now };
    await commit(ctx, [stopRun(db, stop, { state: "quota", problem: "quota-exhausted" })]);
    return;
  }
  if (mayPass(error) && batch.attempts < mostAttempts) {
    await commit(ctx, []);
    throw error;
  }
  const end = { companyId: company.id, runId, n, at: now, state: "failed", problem: problemOf(error) } as const;
  await commit(ctx, endBatch(db, end, {}));
}

/** Whether the same work may succeed later: DingTalk was busy, the database slow, or something unforeseen happened. */
export function mayPass(error: unknown): boolean {
  return error instanceof DingTalkError ? passing.has(error.kind) : !(error instanceof PullProblem);
}

/** `dingtalk-permission`, `database-timeout`, `no-administrator`, `internal`. */
function problemOf(error: unknown): string {
  if (error instanceof DingTalkError) return `dingtalk-${error.kind}`;
  if (error instanceof DatabaseError) return `database-${error.problem}`;
  return error instanceof PullProblem ? error.code : "internal";
}
