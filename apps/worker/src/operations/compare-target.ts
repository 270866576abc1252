import { openRun, type TargetRun } from "@today/db/target-run";
import { demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { passWork, storedParts } from "../targets/compare/part.ts";
import { demandRun, type MonthAtTarget } from "../targets/compare/running.ts";
import { demandTarget } from "../targets/open.ts";

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
