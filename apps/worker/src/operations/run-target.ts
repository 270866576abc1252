import { ConnectorError } from "@today/connectors/error";
import { forgetProblem } from "@today/db/remote";
import { advanceRun, haltRun, type RunKind, readTargetRun, type TargetRun } from "@today/db/target-run";
import { startWatch } from "../clock.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { takeCompareStep } from "../targets/compare/step.ts";
import { type OpenTarget, openTarget } from "../targets/open.ts";
import { asideProblem, halt, putAside } from "../targets/read/halt.ts";
import { startChanged } from "../targets/read/start.ts";
import { type Stepping, type StepTaken, takeReadStep } from "../targets/read/step.ts";

/** Which run a message goes on with. */
export interface RunRef {
  readonly targetId: string;
  readonly runId: string;
}

const budgetMs = 20_000;
const mostSteps = 40;
const longestDelay = 3_600;

const steps: Record<RunKind, (stepping: Stepping) => Promise<StepTaken>> = {
  read: takeReadStep,
  compare: takeCompareStep,
};

/**
 * Goes on with a run for some twenty seconds, a step a transaction, and puts the next message on the queue. Whenever it is broken off,
 * another message goes on after the last step that was written down; two at the same time do no harm.
 */
export async function runTarget(ctx: Context, { targetId, runId }: RunRef): Promise<void> {
  const elapsed = startWatch();
  let run = await readTargetRun(ctx.db, ctx.company.id, { targetId, id: runId });
  if (run === null || run.state !== "running") return;
  // The message that is to come then is under way, or the sweeper sends one.
  if (run.nextAt > ctx.now) return;
  const open = await opened(ctx, run);
  if (open === null) return;
  if (open.target.quietUntil > ctx.now) return rest(ctx, run, open.target.quietUntil);
  for (let n = 0; n < mostSteps && elapsed() < budgetMs && isRunning(run); n += 1) {
    if (!(await goOn(ctx, open, run))) return;
    run = await readTargetRun(ctx.db, ctx.company.id, { targetId, id: runId });
  }
  if (isRunning(run)) await enqueue(ctx, [{ kind: "target-run", targetId, runId }]);
  else await startChanged(ctx, targetId);
}

function isRunning(run: TargetRun | null): run is TargetRun {
  return run?.state === "running";
}

/** One step; false when the run does not go on now. */
async function goOn(ctx: Context, open: OpenTarget, run: TargetRun): Promise<boolean> {
  const { db, company, now: at } = ctx;
  const aside = asideProblem(run);
  if (aside !== null) {
    await db.batch([haltRun(db, company.id, { run, problem: aside, nextAt: null, tried: false, at })]);
    return true;
  }
  const step = await stepOf({ ctx, open, run });
  if (step instanceof ConnectorError) {
    await stop(ctx, run, step);
    return false;
  }
  const mended = open.target.problem === null ? [] : [forgetProblem(db, company.id, run.targetId)];
  const { statements, work, counts } = step;
  await db.batch([...statements, ...mended, advanceRun(db, company.id, { run, work, counts, at })]);
  return true;
}

async function stepOf(stepping: Stepping): Promise<StepTaken | ConnectorError> {
  const { run } = stepping;
  try {
    return await steps[run.kind](stepping);
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    return (run.kind === "read" ? putAside(run, error) : null) ?? error;
  }
}

/** The target, or null when the run ends because it cannot be opened. */
async function opened(ctx: Context, run: TargetRun): Promise<OpenTarget | null> {
  try {
    return await openTarget(ctx, run.targetId);
  } catch (error) {
    if (error instanceof Refusal) {
      const { db, company, now: at } = ctx;
      await db.batch([haltRun(db, company.id, { run, problem: "target-removed", nextAt: null, tried: false, at })]);
      return null;
    }
    if (!(error instanceof ConnectorError)) throw error;
    await stop(ctx, run, error);
    return null;
  }
}

async function stop(ctx: Context, run: TargetRun, error: ConnectorError): Promise<void> {
  const { statements, waitMs } = halt(ctx, run, error);
  await ctx.db.batch(statements);
  if (waitMs !== null) await later(ctx, run, waitMs);
}

/** The far side wants to be left alone; that is no attempt. */
async function rest(ctx: Context, run: TargetRun, until: number): Promise<void> {
  const { db, company, now: at } = ctx;
  const problem = run.problem ?? "throttled";
  await db.batch([haltRun(db, company.id, { run, problem, nextAt: until, tried: false, at })]);
  await later(ctx, run, until - at);
}

/** What comes too late for the queue the sweeper finds. */
async function later(ctx: Context, { targetId, id }: TargetRun, ms: number): Promise<void> {
  const delaySeconds = Math.min(longestDelay, Math.max(1, Math.ceil(ms / 1000)));
  await ctx.queue.sendBatch([{ body: { kind: "target-run", targetId, runId: id }, delaySeconds }]);
}
