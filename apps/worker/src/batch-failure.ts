import { type Instant, minuteMs } from "@today/core/time/minutes";
import { DatabaseError } from "@today/db/database-error";
import { noteProblem } from "@today/db/link-problem";
import { endBatch, type RunKind, type SyncBatch, stopRun, touchRun } from "@today/db/sync-run";
import { DingTalkError, type DingTalkErrorKind } from "@today/dingtalk/error";
import { commit } from "./commit.ts";
import type { Context } from "./context.ts";
import { PullProblem } from "./pull/operator.ts";
import { stopForQuota } from "./quota/refusal.ts";

const mostUnforeseen = 4;
const mostAttempts = 40;
/** How long a run is taken up again after outages: the pulls of the day have a successor soon. */
const patience: Partial<Record<RunKind, number>> = { day: 25 * minuteMs, shared: 25 * minuteMs };
const usualPatience = 6 * 60 * minuteMs;

const passing: ReadonlySet<DingTalkErrorKind> = new Set(["banned", "busy", "throttled", "timeout"]);
const ofTheApp: ReadonlySet<DingTalkErrorKind> = new Set(["credentials", "ip-refused", "permission"]);
/** Somebody outside the app's visible range is a matter of his batch alone. */
const outOfRange: ReadonlySet<string> = new Set(["43007", "50002", "50004", "permissionDeny"]);

/**
 * Decides about a batch that failed: used-up calls, and what only an admin can mend, stop the whole run; what may pass is thrown on
 * so that its message comes again, for hours if need be; anything else ends the batch under the problem's name.
 */
export async function failBatch(ctx: Context, batch: SyncBatch<unknown>, error: unknown): Promise<void> {
  const { db, company, now } = ctx;
  const { runId, n } = batch;
  const run = { companyId: company.id, runId, at: now };
  const stop = stopOf(error);
  if (stop?.state === "quota") return stopForQuota(ctx, runId);
  if (stop !== null) return commit(ctx, [stopRun(db, run, stop)]);
  if (mayPass(error) && hasTime(batch, error, now)) {
    await commit(ctx, [touchRun(db, run), ...(error instanceof DatabaseError ? [databaseProblem(ctx, error)] : [])]);
    throw error;
  }
  const end = { ...run, n, state: "failed", problem: problemOf(error) } as const;
  await commit(ctx, endBatch(db, end, {}));
}

/** Whether the same work may succeed later: DingTalk was busy, the database slow, or something unforeseen happened. */
export function mayPass(error: unknown): boolean {
  if (error instanceof DingTalkError) return passing.has(error.kind) || ["not-json", "paused"].includes(error.code);
  return !(error instanceof PullProblem);
}

/** How a run is to be stopped because of an error; null when it goes on. */
export function stopOf(error: unknown): { readonly state: "quota" | "failed"; readonly problem: string } | null {
  if (!(error instanceof DingTalkError)) return null;
  if (error.kind === "quota") return { state: "quota", problem: "quota-exhausted" };
  if (!ofTheApp.has(error.kind) || outOfRange.has(error.code)) return null;
  return { state: "failed", problem: problemOf(error) };
}

function hasTime({ attempts, kind, startedAt }: SyncBatch<unknown>, error: unknown, now: Instant): boolean {
  const isForeseen = error instanceof DingTalkError || error instanceof DatabaseError;
  if (!isForeseen) return attempts < mostUnforeseen;
  return attempts < mostAttempts && now - startedAt < (patience[kind] ?? usualPatience);
}

function databaseProblem({ db, company, now }: Context, { problem }: DatabaseError): D1PreparedStatement {
  const detail = { code: problem, missingScopes: [], refusedAddress: null };
  return noteProblem(db, company.id, { code: `database-${problem}`, path: "database", lastAt: now, detail });
}

/** `dingtalk-permission`, `database-timeout`, `no-administrator`, `internal`. */
function problemOf(error: unknown): string {
  if (error instanceof DingTalkError) return `dingtalk-${error.kind}`;
  if (error instanceof DatabaseError) return `database-${error.problem}`;
  return error instanceof PullProblem ? error.code : "internal";
}
