import { listTargetRuns, openRun, type TargetRun } from "@today/db/target-run";
import { demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { passWork, storedParts } from "../targets/compare/part.ts";
import { demandTarget } from "../targets/open.ts";

/** A month of a target, `2026-09`. */
export interface MonthAtTarget {
  readonly targetId: string;
  readonly month: string;
}

/** Reads a month back from a target. Gives the comparison that runs already, if it is of the same month; otherwise refuses `comparison-running`. */
export async function compareTarget(ctx: Context, { targetId, month }: MonthAtTarget): Promise<TargetRun> {
  demandRole(ctx, "admin");
  await demandTarget(ctx, targetId);
  const { db, company, actor, now } = ctx;
  const id = crypto.randomUUID();
  const work = storedParts(passWork("all", now));
  await db.batch(openRun(db, company.id, { targetId, id, kind: "compare", month, work, askedBy: actor.id, at: now }));
  const run = await demandRun(ctx, targetId, (one) => one.id === id || one.month === month);
  if (run.id === id) await enqueue(ctx, [{ kind: "target-run", targetId, runId: id }]);
  return run;
}

/** The comparison that runs at a target; refuses `comparison-running` for another than was meant. */
export async function demandRun(
  { db, company }: Context,
  targetId: string,
  isMeant: (run: TargetRun) => boolean,
): Promise<TargetRun> {
  const [run] = await listTargetRuns(db, company.id, { targetId, kind: "compare" });
  if (run === undefined) throw new Refusal("not-found");
  if (run.state !== "running" || !isMeant(run)) throw new Refusal("comparison-running");
  return run;
}
