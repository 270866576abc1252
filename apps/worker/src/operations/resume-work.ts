import { minuteMs } from "@today/core/time/minutes";
import { countDirtyDays } from "@today/db/dirty-day";
import { readWaitingEvents } from "@today/db/event";
import { hasNoticeWork } from "@today/db/notice";
import { countStaleMonths } from "@today/db/project-month";
import { readRebuild } from "@today/db/rebuild";
import { readChangedTargets } from "@today/db/remote-change";
import { readStalledBatches } from "@today/db/sync-run";
import { readStalledTargetRuns } from "@today/db/target-run";
import { hasMarkedPeople } from "@today/db/task-plan";
import { hasMarkedDays } from "@today/db/worklog-day";
import { readDueTargets } from "@today/db/worklog-push";
import { todayOf } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { hookWork } from "../hooks/work.ts";
import { type Job, jobOfRun } from "../job.ts";
import { pausedKinds } from "../paused-message.ts";
import { keptPlan } from "../quota/planning.ts";
import { staleMs } from "../targets/push/send.ts";
import { startNightly } from "../targets/read/start.ts";
import { stateWork, taskWork } from "../targets/task/work.ts";
import { todoWork } from "../todo/work.ts";

const patienceMs = 4 * minuteMs;

/**
 * Puts on the queue again what was left unfinished: batches of runs in which nothing has moved for minutes, events that wait as
 * long, days not settled, months not counted, worklogs, states of tasks and reminders not planned or not sent, notices and events for hooks not sent. After a restart nothing is waited for, because the queue
 * was lost, and pushes that failed meanwhile are fetched. What calls are paused for is left for later.
 */
export async function resumeWork(ctx: Context, afterRestart: boolean): Promise<void> {
  const { db, company } = ctx;
  const before = afterRestart ? Number.MAX_SAFE_INTEGER : ctx.now - patienceMs;
  const batches = await readStalledBatches(db, company.id, before);
  const isPaused = await pausedKinds(ctx);
  const collecting = ((await keptPlan(ctx))?.plan.days.collectEvery ?? 0) * minuteMs;
  const events = await readWaitingEvents(db, company.id, before - collecting);
  const days = await countDirtyDays(db, company.id, todayOf(ctx));
  const months = await countStaleMonths(db, company.id);
  const rebuild = await readRebuild(db, company.id);
  const stalled = rebuild?.state === "running" && rebuild.touchedAt < before ? [rebuild] : [];
  const notices = await hasNoticeWork(db, company.id, ctx.now);
  const worklogs = (await hasMarkedDays(db, company.id)) || (await hasMarkedPeople(db, company.id));
  const due = await readDueTargets(db, company.id, { now: ctx.now, stale: ctx.now - staleMs });
  await startNightly(ctx);
  const runs = await readStalledTargetRuns(db, company.id, { before, now: ctx.now });
  const changed = await readChangedTargets(db, company.id);
  await enqueue(ctx, [
    ...batches.filter(({ kind }) => !isPaused(kind)).map(({ kind, ...batch }) => jobOfRun(kind, batch)),
    ...events.map(({ id }): Job => ({ kind: "take-event", eventId: id })),
    ...(afterRestart ? [{ kind: "start-run", run: "failed-events" } as const] : []),
    ...(days > 0 ? [{ kind: "settle", people: null } as const] : []),
    ...stalled.map(({ id, n }): Job => ({ kind: "rebuild", id, n })),
    ...(notices ? [{ kind: "send-notices" } as const] : []),
    ...runs.map(({ targetId, id }): Job => ({ kind: "target-run", targetId, runId: id })),
    ...changed.map((targetId): Job => ({ kind: "read-changes", targetId })),
    ...(months > 0 ? [{ kind: "tally" } as const] : []),
    ...(worklogs ? [{ kind: "plan-worklogs" } as const] : []),
    ...due.map(({ id }): Job => ({ kind: "push-worklogs", targetId: id })),
    ...(await taskWork(ctx)),
    ...(await stateWork(ctx)),
    ...(await todoWork(ctx)),
    ...(await hookWork(ctx)),
  ]);
}
