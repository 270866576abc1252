import { retryRun } from "@today/db/run-retry";
import { readRun } from "@today/db/sync-run";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { jobOfRun } from "../job.ts";
import { usedCalls } from "../run-plan/calls-left.ts";

/**
 * Does again what failed of a run, or what the month's calls stopped; what was done stays. Refuses `not-found`, `run-not-failed`
 * for one that runs or went well, and `quota-exhausted` while no calls are left.
 */
export async function retrySyncRun(ctx: Context, runId: string): Promise<void> {
  const { db, company } = ctx;
  demandRole(ctx, "admin");
  const run = await readRun(db, company.id, runId);
  if (run === null) throw new Refusal("not-found");
  if (run.state !== "failed" && run.state !== "quota") throw new Refusal("run-not-failed");
  if ((await usedCalls(ctx)) >= company.monthlyCalls) throw new Refusal("quota-exhausted");
  const batches = await retryRun(db, authorOf(ctx), runId);
  await enqueue(
    ctx,
    batches.map((n) => jobOfRun(run.kind, { runId, n })),
  );
}
