import { claimState, keepStateEnd } from "@today/db/task-state";
import { keepTargetNews } from "@today/db/worklog-push";
import { clockFrom } from "../clock.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import type { OpenTarget } from "../targets/open.ts";
import { openPaced } from "../targets/push/open-paced.ts";
import type { Clock } from "../targets/push/pace.ts";
import { staleMs } from "../targets/push/send.ts";
import { setState } from "../targets/task/state.ts";

const longestMs = 25_000;
const mostAtOnce = 200;

/**
 * Sets the states that tasks at a target are to have, one after the other for up to 25 seconds; for the rest it puts a message on the
 * queue. Does nothing while the target is paused or wants to be left alone, or until its problem is mended.
 */
export async function pushStates(ctx: Context, { targetId }: { readonly targetId: string }): Promise<void> {
  const clock = clockFrom(ctx.now);
  const open = await openPaced(ctx, { companyId: ctx.company.id, targetId }, clock);
  if (open === null || open.session.status === undefined) return;
  for (let n = 0; n < mostAtOnce && clock.now() - ctx.now < longestMs; n += 1) {
    if (!(await pushNext(ctx, open, clock))) return;
  }
  await enqueue(ctx, [{ kind: "push-states", targetId }]);
}

async function pushNext(ctx: Context, { target, session }: OpenTarget, clock: Clock): Promise<boolean> {
  const { db, company } = ctx;
  const place = { companyId: company.id, targetId: target.id };
  if (session.status === undefined) return false;
  const claim = await claimState(db, place, { now: clock.now(), stale: clock.now() - staleMs });
  if (claim === null) return false;
  const { end, news } = await setState(session.status, claim, clock.now);
  const { quietUntil = 0, stops = null } = news ?? {};
  const told = { pushedAt: null, quietUntil, problem: stops, now: clock.now() };
  await db.batch([
    ...keepStateEnd(db, place, { claim, end, now: clock.now() }),
    ...(news === null ? [] : [keepTargetNews(db, place, told)]),
  ]);
  return news === null;
}
