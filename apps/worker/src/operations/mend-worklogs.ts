import { openRun, type TargetRun } from "@today/db/target-run";
import { keepMends } from "@today/db/worklog-mending";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { mendingWork, storedParts } from "../targets/compare/part.ts";
import { demandRun, type MonthAtTarget } from "../targets/compare/running.ts";
import { demandTarget } from "../targets/open.ts";

/** Which worklogs of a month are to be made what they should be; null for all that do not agree or have failed. */
export interface Mending extends MonthAtTarget {
  readonly keys: readonly string[] | null;
}

/**
 * Mends worklogs: what stands at the wrong place is taken away, the rest is looked for and written anew, and read back when that is
 * done. Refuses `target-paused` where nothing leaves, and `comparison-running`.
 */
export async function mendWorklogs(ctx: Context, { targetId, month, keys }: Mending): Promise<TargetRun> {
  demandRole(ctx, "admin");
  const target = await demandTarget(ctx, targetId);
  if (target.state !== "on") throw new Refusal("target-paused");
  const { db, company, actor, now } = ctx;
  const id = crypto.randomUUID();
  const work = storedParts(mendingWork);
  await db.batch([
    ...openRun(db, company.id, { targetId, id, kind: "compare", month, work, askedBy: actor.id, at: now }),
    ...keepMends(db, authorOf(ctx), { targetId, runId: id, month, keys }),
  ]);
  const run = await demandRun(ctx, targetId, (one) => one.id === id);
  await enqueue(ctx, [{ kind: "target-run", targetId, runId: id }]);
  return run;
}
