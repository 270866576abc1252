import { addCounts } from "@today/db/sync-run";
import { DingTalkError } from "@today/dingtalk/error";
import { commit } from "./commit.ts";
import { type Context, contextOf, theProduct, type World } from "./context.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";
import { loadCalendar } from "./operations/load-calendar.ts";
import { pullBatch } from "./operations/pull-batch.ts";
import { raiseAlerts } from "./operations/raise-alerts.ts";
import { resumeWork } from "./operations/resume-work.ts";
import { settleDays } from "./operations/settle-days.ts";
import { startRun } from "./operations/start-run.ts";
import { syncDirectory } from "./operations/sync-directory.ts";
import { takeEvent } from "./operations/take-event.ts";
import { tally } from "./operations/tally.ts";

const atOnce = 4;
const longestDelay = 300;
const settleAgain = 5;
// Days come settled in many batches; their months are counted once for most of them.
const tallyAfter = 30;

/** The people whose days a batch of messages may have changed, and the run that brought them. */
interface Touched {
  readonly people: Set<string>;
  runId: string | null;
}

/**
 * Takes a batch of messages, some at the same time: one asks DingTalk while another writes. Each is acknowledged by itself. The
 * days of all of them are settled together at the end; if that is lost, the sweeper finds it.
 */
export async function consume(batch: MessageBatch<Job>, env: Env, world: World): Promise<void> {
  const ctx = await contextOf(env, world, theProduct);
  const touched: Touched = { people: new Set(), runId: null };
  const waiting = [...batch.messages];
  const takeSome = async () => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) {
      await take(ctx, message, touched);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, takeSome));
  await commit(ctx, []);
  if (touched.people.size === 0) return;
  await settleTouched(ctx, touched).catch((error: unknown) => {
    report("settle", error);
    return ctx.queue.sendBatch([{ body: { kind: "settle", people: null }, delaySeconds: settleAgain }]);
  });
}

async function take(ctx: Context, message: Message<Job>, touched: Touched): Promise<void> {
  try {
    await perform(ctx, message.body, touched);
    message.ack();
  } catch (error) {
    report(message.body.kind, error);
    message.retry({ delaySeconds: delayOf(error) });
  }
}

async function perform(ctx: Context, job: Job, touched: Touched): Promise<unknown> {
  switch (job.kind) {
    case "pull-batch":
      touched.runId = job.runId;
      return touch(touched, await pullBatch(ctx, job));
    case "sync-directory":
      return syncDirectory(ctx, job);
    case "settle":
      return job.people === null ? settle(ctx, null) : touch(touched, job.people);
    case "tally":
      return tally(ctx);
    case "raise-alerts":
      return raiseAlerts(ctx, job.people);
    case "take-event":
      return touch(touched, await takeEvent(ctx, job.eventId));
    case "start-run":
      if (job.run !== "day") await loadCalendar(ctx);
      return startRun(ctx, { kind: job.run });
    case "resume":
      return resumeWork(ctx, job.afterRestart === true);
  }
}

function touch({ people }: Touched, more: readonly string[]): void {
  for (const person of more) people.add(person);
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
  const after: Job[] = [{ kind: "tally" }, { kind: "raise-alerts", people }];
  if (days > 0) await ctx.queue.sendBatch(after.map((body) => ({ body, delaySeconds: tallyAfter })));
  return days;
}

function report(kind: Job["kind"], error: unknown): void {
  console.error(`${kind}: ${error instanceof Error ? error.message : "failed"}`);
}

function delayOf(error: unknown): number {
  const asked = error instanceof DingTalkError ? (error.retryAfterMs ?? 0) : 0;
  return Math.min(longestDelay, Math.max(1, Math.ceil(asked / 1000)));
}
