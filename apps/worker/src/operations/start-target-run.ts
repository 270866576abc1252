import { listTargetRuns, readTargetRun, reopenRun, type TargetRun, wakeRun } from "@today/db/target-run";
import { demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandTarget } from "../targets/open.ts";
import { takeUp, wholeWork } from "../targets/read/part.ts";
import { openReading } from "../targets/read/start.ts";

/** A reading that an admin asks for: `full` reads tasks from the beginning. */
export interface ReadingWish {
  readonly targetId: string;
  readonly full: boolean;
}

/** The run that is under way, and whether it was begun just now. */
export interface StartedReading {
  readonly run: TargetRun;
  readonly started: boolean;
}

const freshMs = 24 * 3_600_000;

/** Reads a target; one reading at a time, which goes on at once if it waits, and one that failed less than a day ago goes on where it stopped. */
export async function startReading(ctx: Context, { targetId, full }: ReadingWish): Promise<StartedReading> {
  demandRole(ctx, "admin");
  const { db, company, now } = ctx;
  await demandTarget(ctx, targetId);
  const [last] = await listTargetRuns(db, company.id, { targetId, kind: "read" });
  if (last?.state === "running") {
    if (last.nextAt > now) await db.batch([wakeRun(db, company.id, last)]);
    return { run: await begun(ctx, targetId, last.id), started: false };
  }
  if (!full && last !== undefined && isToGoOn(last, now)) {
    await db.batch([reopenRun(db, company.id, { run: last, work: takeUp(last.work), at: now })]);
    return { run: await begun(ctx, targetId, last.id), started: true };
  }
  const id = await openReading(ctx, { targetId, work: wholeWork(full) });
  return { run: await begun(ctx, targetId, id), started: true };
}

/** Whether a run stopped in the midst of a whole reading, not long ago. */
function isToGoOn({ state, startedAt, work }: TargetRun, now: number): boolean {
  const isWhole = work.some(({ part }) => part === "plan" || part === "end");
  return state === "failed" && startedAt > now - freshMs && isWhole;
}

/** The run, put on the queue; another one that was faster takes its place. */
async function begun(ctx: Context, targetId: string, id: string): Promise<TargetRun> {
  const { db, company } = ctx;
  const own = await readTargetRun(db, company.id, { targetId, id });
  const run = own ?? (await listTargetRuns(db, company.id, { targetId, kind: "read" }))[0];
  if (run === undefined) throw new Refusal("not-found");
  if (run.state === "running") await enqueue(ctx, [{ kind: "target-run", targetId, runId: run.id }]);
  return run;
}
