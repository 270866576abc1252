import { readPauses } from "@today/db/call-pause";
import { type RunKind, stopRun } from "@today/db/sync-run";
import { DingTalkError } from "@today/dingtalk/error";
import { stopOf } from "./batch-failure.ts";
import type { Context } from "./context.ts";
import { type Job, runIdOf } from "./job.ts";
import { holdsUp } from "./link-pause.ts";

/** Throws the error `paused` while DingTalk's calls are not to be made, before a run's message makes one. */
export async function demandOpen({ dingtalk }: Context, job: Job): Promise<void> {
  if (runIdOf(job) !== null) await dingtalk.gate.demandOpen(job.kind !== "sync-directory");
}

const soonMs = 240_000;

/**
 * Whether a message that met a pause is done with: the sweeper brings it again when a long pause is over, and a run whose calls are
 * used up ends.
 */
export async function leaveToSweeper({ db, company, now }: Context, job: Job, error: unknown): Promise<boolean> {
  if (!(error instanceof DingTalkError) || error.code !== "paused") return false;
  const runId = runIdOf(job);
  if (runId === null) return false;
  const stop = stopOf(error);
  if (stop !== null) await db.batch([stopRun(db, { companyId: company.id, runId, at: now }, stop)]);
  return stop !== null || (error.retryAfterMs ?? 0) > soonMs;
}

/** Tells of kinds of runs whether their calls are paused now. */
export async function pausedKinds({ db, company, now }: Context): Promise<(kind: RunKind) => boolean> {
  const pauses = await readPauses(db, company.id);
  const active = pauses.filter(({ until, tryUntil }) => Math.max(until, tryUntil) > now);
  return (kind) => active.some(({ api }) => holdsUp(api, kind !== "directory"));
}
