import { readHookSeals } from "@today/db/hook";
import { endDeliveries } from "@today/db/hook-delivery";
import { insertTestDelivery, type ReplayWish, replayDeliveries } from "@today/db/hook-event";
import { authorOf } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandHook } from "../hooks/keep.ts";
import { outcomeOf } from "../hooks/outcome.ts";
import { type Answered, openSender } from "../hooks/send.ts";

/** Sends a `hook.tested` event now, once, also while the hook is paused, and tells what came back; refused `not-found`. */
export async function testHook(ctx: Context, id: string): Promise<Answered> {
  const { db, company, now } = ctx;
  await demandHook(ctx, id);
  const event = await insertTestDelivery(db, authorOf(ctx), id);
  const seals = await readHookSeals(db, company.id, id);
  if (event === null || seals === null) throw new Refusal("not-found");
  const send = await openSender(ctx, id, seals);
  const answered = await send(event, now);
  const outcome = outcomeOf(answered, { kind: seals.kind, attempt: event.attempt, now });
  const ok = outcome.state === "done";
  const end = { ...outcome, eventId: event.eventId, attempt: event.attempt, sent: true, nextAt: 0 };
  const hook = { id, state: ok ? ("on" as const) : null, problem: outcome.problem, quietUntil: 0, delivered: ok };
  const ends = [{ ...end, state: ok ? ("done" as const) : ("failed" as const) }];
  await db.batch(endDeliveries(db, company.id, { hook, ends, now }));
  return answered;
}

/** Lets deliveries that ended go again under the same ids; how many. Refused `not-found`, and `hook-not-on` while nothing would go. */
export async function replay(ctx: Context, hookId: string, wish: ReplayWish): Promise<number> {
  const { state } = await demandHook(ctx, hookId);
  if (state === "paused" || state === "gone") throw new Refusal("hook-not-on");
  const count = await replayDeliveries(ctx.db, authorOf(ctx), { hookId, ...wish });
  if (count === 0 && "eventId" in wish) throw new Refusal("not-found");
  if (count > 0) await enqueue(ctx, [{ kind: "deliver-hooks", hookId }]);
  return count;
}
