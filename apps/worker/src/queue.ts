import { addCounts } from "@today/db/sync-run";
import { DingTalkError } from "@today/dingtalk/error";
import { commit, enqueue, takeCalls } from "./commit.ts";
import { type Context, contextOf, theProduct, type World } from "./context.ts";
import type { Env } from "./env.ts";
import { hookWork } from "./hooks/work.ts";
import { type Job, runIdOf } from "./job.ts";
import { clearCoordinates } from "./operations/clear-coordinates.ts";
import { deliverHook, wakeHooks } from "./operations/deliver-hooks.ts";
import { fetchFailedEvents } from "./operations/fetch-failed-events.ts";
import { forgetOldHookEvents } from "./operations/forget-hook-events.ts";
import { forgetOldCalls } from "./operations/forget-old-calls.ts";
import { loadCalendar } from "./operations/load-calendar.ts";
import { matchAccounts } from "./operations/match-accounts.ts";
import { planWorklogs } from "./operations/plan-worklogs.ts";
import { pullApprovalBatch } from "./operations/pull-approvals.ts";
import { pullBatch } from "./operations/pull-batch.ts";
import { pullCheckIns } from "./operations/pull-check-ins.ts";
import { pullProjectApprovals } from "./operations/pull-project-approvals.ts";
import { pushStates } from "./operations/push-states.ts";
import { pushTasks } from "./operations/push-tasks.ts";
import { pushWorklogs } from "./operations/push-worklogs.ts";
import { raiseAlerts } from "./operations/raise-alerts.ts";
import { rebuildDays } from "./operations/rebuild-days.ts";
import { reconcileBatch } from "./operations/reconcile-batch.ts";
import { resumeWork } from "./operations/resume-work.ts";
import { runTarget } from "./operations/run-target.ts";
import { sendNotices } from "./operations/send-notices.ts";
import { sendTodos } from "./operations/send-todos.ts";
import { startRebuild } from "./operations/start-rebuild.ts";
import { startRun } from "./operations/start-run.ts";
import { syncDirectory } from "./operations/sync-directory.ts";
import { takeEvent } from "./operations/take-event.ts";
import { tally } from "./operations/tally.ts";
import { demandOpen, leaveToSweeper } from "./paused-message.ts";
import { groupsOf } from "./pull/work.ts";
import { settleDays } from "./settle-days.ts";
import { startChanged } from "./targets/read/start.ts";

const besideNight: readonly Job[] = [
  { kind: "start-run", run: "failed-events" },
  { kind: "clear-coordinates" },
  { kind: "forget-calls" },
  { kind: "forget-hook-events" },
];
const atOnce = 4;
const longestDelay = 300;
const again = 5;
// So many people's days are settled by the other consumer, while this one asks DingTalk for more.
const manyPeople = 200;
// Days come settled in many batches; their months are counted once for most of them.
const tallyAfter = 30;
// What is settled twice in a moment is told once.
const hooksAfter = 5;

/** The people whose days a batch of messages may have changed, and the run that brought them. */
interface Touched {
  readonly people: Set<string>;
  runId: string | null;
  pulled: boolean;
  /** Whose warnings are looked at, null for everybody's: once a batch, however many messages ask for it. */
  readonly warned: Set<string | null>;
}

/**
 * Takes a batch of messages, some at the same time: one asks DingTalk while another writes. Each is acknowledged by itself. The
 * days of all of them are settled together at the end; if that is lost, the sweeper finds it.
 */
export async function consume(batch: Pick<MessageBatch<Job>, "messages">, env: Env, world: World): Promise<void> {
  const ctx = await contextOf(env, world, theProduct);
  const touched: Touched = { people: new Set(), runId: null, pulled: false, warned: new Set() };
  const waiting = [...batch.messages];
  const takeSome = async () => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      await take(ctx, message, touched);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeSome));
  await ctx.dingtalk.idle();
  await keepCallsLeft(ctx);
  if (touched.people.size > 0) await orAgain(ctx, { kind: "settle", people: null }, settleNow(ctx, touched));
  if (touched.warned.size > 0) await warn(ctx, [...touched.warned]);
}

/** Calls that cannot be written down now are kept in a message. */
async function keepCallsLeft(ctx: Context): Promise<void> {
  const calls = takeCalls(ctx);
  await orAgain(ctx, { kind: "keep-calls", calls }, commit(ctx, [], calls));
}

/** What is lost at the end of a batch comes back as a message of its own. */
async function orAgain(ctx: Context, job: Job, work: Promise<void>): Promise<void> {
  await work.catch((error: unknown) => {
    report(job.kind, error);
    return ctx.queue.sendBatch([{ body: job, delaySeconds: again }]);
  });
}

function warn(ctx: Context, warned: readonly (string | null)[]): Promise<void> {
  const people = warned.filter((person) => person !== null);
  const wanted = people.length === warned.length ? people : null;
  const raise = async () => {
    await raiseAlerts(ctx, wanted);
    await enqueue(ctx, await hookWork(ctx));
  };
  return orAgain(ctx, { kind: "raise-alerts", people: wanted }, raise());
}

async function take(ctx: Context, message: Message<Job>, touched: Touched): Promise<void> {
  try {
    await demandOpen(ctx, message.body);
    await perform(inItsRun(ctx, message.body), message.body, touched);
    message.ack();
  } catch (error) {
    report(message.body.kind, error);
    if (await leaveToSweeper(ctx, message.body, error)) message.ack();
    else message.retry({ delaySeconds: delayOf(error) });
  }
}

/** The calls of a run's message are counted for the run. */
function inItsRun(ctx: Context, job: Job): Context {
  const runId = runIdOf(job);
  return runId === null ? ctx : { ...ctx, dingtalk: ctx.dingtalk.forRun(runId) };
}

async function perform(ctx: Context, job: Job, touched: Touched): Promise<unknown> {
  switch (job.kind) {
    case "pull-batch":
      touched.runId = job.runId;
      touched.pulled = true;
      return touch(touched, await pullBatch(ctx, job));
    case "sync-directory":
      return syncDirectory(ctx, job);
    case "pull-project-approvals":
      return pullProjectApprovals(ctx, job);
    case "reconcile-batch":
      return reconcileBatch(ctx, job);
    case "pull-approvals":
      return touch(touched, await pullApprovalBatch(ctx, job));
    case "pull-check-ins":
      return pullCheckIns(ctx, job);
    case "fetch-failed-events":
      return fetchFailedEvents(ctx, job);
    case "match-accounts":
      return matchAccounts(ctx, job);
    case "settle":
      touched.runId ??= job.ofRun ?? null;
      return job.people === null ? settle(ctx, null) : touch(touched, job.people);
    case "tally":
      return tally(ctx);
    case "keep-calls":
      return ctx.dingtalk.calls.giveBack(job.calls);
    case "forget-calls":
      return forgetOldCalls(ctx);
    case "raise-alerts":
      for (const person of job.people ?? [null]) touched.warned.add(person);
      return;
    case "take-event":
      return touch(touched, await takeEvent(ctx, job.eventId));
    case "start-run":
      if (job.run === "night" || job.run === "directory") await loadCalendar(ctx);
      if (job.run === "night") await enqueue(ctx, besideNight);
      return startRun(ctx, { kind: job.run });
    case "send-notices":
      return sendNotices(ctx);
    case "clear-coordinates":
      return clearCoordinates(ctx);
    case "start-rebuild":
      return startRebuild(ctx, job);
    case "rebuild":
      return rebuildDays(ctx, job);
    case "deliver-hooks":
      return job.hookId === undefined ? wakeHooks(ctx) : deliverHook(ctx, job.hookId);
    case "forget-hook-events":
      return forgetOldHookEvents(ctx);
    case "target-run":
      return runTarget(ctx, job);
    case "read-changes":
      return startChanged(ctx, job.targetId);
    case "push-worklogs":
      return pushWorklogs(ctx, job);
    case "push-tasks":
      return pushTasks(ctx, job);
    case "push-states":
      return pushStates(ctx, job);
    case "send-todos":
      return sendTodos(ctx);
    case "plan-worklogs":
      return planWorklogs(ctx);
    case "resume":
      return resumeWork(ctx, job.afterRestart === true);
  }
}

function touch({ people }: Touched, more: readonly string[]): void {
  for (const person of more) people.add(person);
}

function settleNow(ctx: Context, touched: Touched): Promise<void> {
  const { people, runId, pulled } = touched;
  if (!pulled || people.size < manyPeople) return settleTouched(ctx, touched);
  const jobs = groupsOf([...people], manyPeople).map((some): Job => ({ kind: "settle", people: some, ofRun: runId }));
  return enqueue(ctx, jobs);
}

async function settleTouched(ctx: Context, { people, runId }: Touched): Promise<void> {
  const { db, company } = ctx;
  const before = db.usage.rowsWritten;
  const days = await settle(ctx, [...people]);
  if (runId === null || days === 0) return;
  // Each day was marked once by its facts.
  const rowsWritten = db.usage.rowsWritten - before + days;
  await db.batch([addCounts(db, { companyId: company.id, runId }, { days, rowsWritten })]);
}

async function settle(ctx: Context, people: readonly string[] | null): Promise<number> {
  const days = await settleDays(ctx, people);
  if (days === 0) return days;
  const after: Job[] = [{ kind: "tally" }, { kind: "raise-alerts", people }];
  await ctx.queue.sendBatch([
    ...after.map((body) => ({ body, delaySeconds: tallyAfter })),
    ...(await hookWork(ctx)).map((body) => ({ body, delaySeconds: hooksAfter })),
  ]);
  return days;
}

function report(kind: Job["kind"], error: unknown): void {
  console.error(`${kind}: ${error instanceof Error ? error.message : "failed"}`);
}

function delayOf(error: unknown): number {
  const asked = error instanceof DingTalkError ? (error.retryAfterMs ?? 0) : 0;
  return Math.min(longestDelay, Math.max(1, Math.ceil(asked / 1000)));
}
