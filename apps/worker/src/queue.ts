import { DingTalkError } from "@today/dingtalk/error";
import { commit } from "./commit.ts";
import { type Context, contextOf, theProduct, type World } from "./context.ts";
import type { Env } from "./env.ts";
import type { Job } from "./job.ts";
import { loadCalendar } from "./operations/load-calendar.ts";
import { pullBatch } from "./operations/pull-batch.ts";
import { resumeWork } from "./operations/resume-work.ts";
import { settleDays } from "./operations/settle-days.ts";
import { startRun } from "./operations/start-run.ts";
import { syncDirectory } from "./operations/sync-directory.ts";
import { takeEvent } from "./operations/take-event.ts";

const atOnce = 4;
const longestDelay = 300;

/** Takes a batch of messages, some at the same time: one asks DingTalk while another writes. Each is acknowledged by itself. */
export async function consume(batch: MessageBatch<Job>, env: Env, world: World): Promise<void> {
  const ctx = await contextOf(env, world, theProduct);
  const [settling, waiting] = partOf(batch.messages);
  if (settling.length > 0) await settleTogether(ctx, settling);
  const takeSome = async () => {
    for (let message = waiting.shift(); message !== undefined; message = waiting.shift()) await take(ctx, message);
  };
  await Promise.all(Array.from({ length: atOnce }, takeSome));
  await commit(ctx, []);
}

type Settling = Message<Extract<Job, { kind: "settle" }>>;

function partOf(messages: readonly Message<Job>[]): [Settling[], Message<Job>[]] {
  const isSettling = (message: Message<Job>): message is Settling => message.body.kind === "settle";
  return [messages.filter(isSettling), messages.filter((message) => !isSettling(message))];
}

/** Many messages to settle are one wish for all their people. */
async function settleTogether(ctx: Context, messages: readonly Settling[]): Promise<void> {
  const named = messages.flatMap(({ body }) => body.people ?? []);
  const anybody = messages.some(({ body }) => body.people === null);
  try {
    await settleDays(ctx, anybody ? null : [...new Set(named)]);
    for (const message of messages) message.ack();
  } catch (error) {
    console.error(`settle: ${error instanceof Error ? error.message : "failed"}`);
    for (const message of messages) message.retry({ delaySeconds: delayOf(error) });
  }
}

async function take(ctx: Context, message: Message<Job>): Promise<void> {
  try {
    await perform(ctx, message.body);
    message.ack();
  } catch (error) {
    console.error(`${message.body.kind}: ${error instanceof Error ? error.message : "failed"}`);
    message.retry({ delaySeconds: delayOf(error) });
  }
}

async function perform(ctx: Context, job: Job): Promise<void> {
  switch (job.kind) {
    case "pull-batch":
      return settleSome(ctx, await pullBatch(ctx, job));
    case "sync-directory":
      return syncDirectory(ctx, job);
    case "settle":
      return void (await settleDays(ctx, job.people));
    case "take-event":
      return settleSome(ctx, await takeEvent(ctx, job.eventId));
    case "start-run":
      if (job.run !== "day") await loadCalendar(ctx);
      return void (await startRun(ctx, { kind: job.run }));
    case "resume":
      return resumeWork(ctx, job.afterRestart === true);
  }
}

/** What a pull brought is settled at once instead of by a message of its own. */
async function settleSome(ctx: Context, people: readonly string[]): Promise<void> {
  if (people.length > 0) await settleDays(ctx, people);
}

function delayOf(error: unknown): number {
  const asked = error instanceof DingTalkError ? (error.retryAfterMs ?? 0) : 0;
  return Math.min(longestDelay, Math.max(1, Math.ceil(asked / 1000)));
}
