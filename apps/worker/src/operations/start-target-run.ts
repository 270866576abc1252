import { weekdayOf } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import { forgetChanges, readChanges } from "@today/db/remote-change";
import { readTarget } from "@today/db/target";
import {
  listTargetRuns,
  openRun,
  type RunPart,
  readTargetRun,
  readUnreadTargets,
  reopenRun,
  type TargetRun,
  wakeRun,
} from "@today/db/target-run";
import { demandRole, todayOf } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { abilitiesOf } from "../targets/abilities.ts";
import { demandTarget } from "../targets/open.ts";
import { partsOf, projectWork, takeUp, wholeWork } from "../targets/read/part.ts";

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
/** The night's pull of DingTalk is over by then. */
const nightMinute = 4 * 60;
const sunday = 7;

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
  const id = await open(ctx, { targetId, work: wholeWork(full) });
  return { run: await begun(ctx, targetId, id), started: true };
}

/** Whether a run stopped in the midst of a whole reading, not long ago. */
function isToGoOn({ state, startedAt, work }: TargetRun, now: number): boolean {
  const isWhole = work.some(({ part }) => part === "plan" || part === "end");
  return state === "failed" && startedAt > now - freshMs && isWhole;
}

/** Reads every target that is on once a day, after the night; on Sundays from the beginning, which tells what is gone. */
export async function startNightly(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  const today = todayOf(ctx);
  const night = instantAt(today, nightMinute, company.zone);
  if (now < night) return;
  for (const targetId of await readUnreadTargets(db, company.id, night)) {
    const id = await open(ctx, { targetId, work: wholeWork(weekdayOf(today) === sunday) });
    await enqueue(ctx, [{ kind: "target-run", targetId, runId: id }]);
  }
}

/** Reads the projects of a target that were marked, unless it is being read: then they are read afterwards. */
export async function startChanged(ctx: Context, targetId: string): Promise<void> {
  const { db, company } = ctx;
  const changes = await readChanges(db, company.id, targetId);
  const target = changes.length === 0 ? null : await readTarget(db, company.id, targetId);
  if (target === null || target.state === "removed" || target.problem !== null) return;
  const wanted = changes.map(({ project, tasksUntil }) => ({
    ...{ id: project, tasksUntil, members: tasksUntil === null },
  }));
  const runId = await open(ctx, { targetId, work: partsOf(projectWork(wanted, abilitiesOf(target))), changes });
  await enqueue(ctx, [{ kind: "target-run", targetId, runId }]);
}

interface Opening {
  readonly targetId: string;
  readonly work: readonly RunPart[];
  readonly changes?: Awaited<ReturnType<typeof readChanges>>;
}

async function open({ db, company, actor, now }: Context, { targetId, work, changes = [] }: Opening): Promise<string> {
  const id = crypto.randomUUID();
  // A reading of some projects does not stand for the day's reading.
  const askedBy = changes.length === 0 ? actor.id : "changes";
  const wish = { targetId, id, kind: "read", month: null, work, askedBy, at: now } as const;
  await db.batch([
    ...openRun(db, company.id, wish),
    ...(changes.length === 0 ? [] : [forgetChanges(db, company.id, { targetId, runId: id, changes })]),
  ]);
  return id;
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
