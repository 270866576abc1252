import { type Instant, minuteMs } from "@today/core/time/minutes";
import { readHookSeals } from "@today/db/hook";
import {
  type ClaimedDelivery,
  claimDeliveries,
  type DeliveryEnd,
  endDeliveries,
  nextDue,
  readDueHooks,
  takeBackLost,
} from "@today/db/hook-delivery";
import { startWatch } from "../clock.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { hookEndOf, type Outcome, outcomeOf } from "../hooks/outcome.ts";
import { openSender } from "../hooks/send.ts";
import { leaseMs } from "../hooks/work.ts";
import type { Job } from "../job.ts";

const mostAtOnce = 60;
const sendersAtOnce = 5;
/** Later ones are brought by the sweeper. */
const soonMs = 5 * minuteMs;

/** Wakes every hook that has something to tell, each by a message of its own: one that is slow holds up no other. */
export async function wakeHooks(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  await db.batch([takeBackLost(db, company.id, { before: now - leaseMs })]);
  const due = await readDueHooks(db, company.id, now);
  await enqueue(
    ctx,
    due.map((hookId): Job => ({ kind: "deliver-hooks", hookId })),
  );
}

/**
 * Sends up to sixty due events of one hook, five at a time, and writes down together how they ended. They were claimed before: of
 * runs at the same time one sends, and after a stop in between the same events go again under the same ids. When a receiver asks
 * for quiet the rest of them wait.
 */
export async function deliverHook(ctx: Context, hookId: string): Promise<void> {
  const { db, company, now } = ctx;
  const claimed = await claimDeliveries(db, company.id, { hookId, now, most: mostAtOnce, lost: now - leaseMs });
  if (claimed.length === 0) return;
  const send = await senderOf(ctx, hookId);
  const results = await sendAll(claimed, send);
  const outcomes = results.flatMap(({ outcome }) => outcome ?? []);
  const hook = hookEndOf(hookId, outcomes);
  const ends = results.map(({ event, outcome }) => endOf(event, outcome, hook.quietUntil));
  await db.batch(endDeliveries(db, company.id, { hook, ends, now }));
  await comeAgain(ctx, hookId);
}

type Send = (event: ClaimedDelivery) => Promise<Outcome>;

/** Sends one event of a hook and tells what it means. */
async function senderOf(ctx: Context, hookId: string): Promise<Send> {
  const seals = await readHookSeals(ctx.db, ctx.company.id, hookId);
  const send = await openSender(ctx, hookId, seals);
  const elapsed = startWatch();
  return async (event) => {
    const answered = await send(event, ctx.now + elapsed());
    const { attempt } = event;
    return outcomeOf(answered, { kind: seals?.kind ?? "webhook", attempt, now: ctx.now + elapsed() });
  };
}

interface Sent {
  readonly event: ClaimedDelivery;
  /** Null for one that was left for later. */
  readonly outcome: Outcome | null;
}

async function sendAll(events: readonly ClaimedDelivery[], send: Send): Promise<Sent[]> {
  const sent: Sent[] = [];
  const waiting = [...events];
  let isQuiet = false;
  const sendSome = async () => {
    for (let event = waiting.shift(); event !== undefined; event = waiting.shift()) {
      const outcome = isQuiet ? null : await send(event);
      sent.push({ event, outcome });
      isQuiet ||= outcome !== null && (outcome.quietUntil > 0 || outcome.hook === "gone");
    }
  };
  await Promise.all(Array.from({ length: sendersAtOnce }, sendSome));
  return sent;
}

function endOf({ eventId, attempt }: ClaimedDelivery, outcome: Outcome | null, quietUntil: Instant): DeliveryEnd {
  if (outcome === null) {
    return { eventId, attempt, sent: false, state: "waiting", nextAt: quietUntil, status: null, problem: null };
  }
  const { state, nextAt, status, problem } = outcome;
  return { eventId, attempt, sent: true, state, nextAt: Math.max(nextAt, quietUntil), status, problem };
}

/** What is due soon comes by a message of its own. */
async function comeAgain({ db, company, now, queue }: Context, hookId: string): Promise<void> {
  const due = await nextDue(db, company.id, hookId);
  if (due === null || due - now > soonMs) return;
  const delaySeconds = Math.max(0, Math.ceil((due - now) / 1000));
  await queue.sendBatch([{ body: { kind: "deliver-hooks", hookId }, delaySeconds }]);
}
