import { endLease, hasDueWorklogs, type Lease, takeLease } from "@today/db/worklog-push";
import { clockFrom } from "../clock.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import type { OpenTarget } from "../targets/open.ts";
import { openPaced } from "../targets/push/open-paced.ts";
import { type Clock, createPace } from "../targets/push/pace.ts";
import { leaseMs, sendWorklogs } from "../targets/push/send.ts";

const longestMs = 25_000;
const mostRows = 2000;

/**
 * Sends what is due to a target, for up to 25 seconds and about 2,000 worklogs, and leaves the rest to another message. Does nothing
 * while somebody else is sending there, while the target is paused or wants to be left alone, or until its problem is mended.
 */
export async function pushWorklogs(ctx: Context, { targetId }: { readonly targetId: string }): Promise<void> {
  const { db, company } = ctx;
  const clock = clockFrom(ctx.now);
  const wish = { companyId: company.id, targetId, until: ctx.now + leaseMs };
  const lease = await takeLease(db, wish, ctx.now);
  if (lease === null) return;
  const target = await openPaced(ctx, lease, clock);
  const { lease: last, isStopped } =
    target === null ? { lease, isStopped: true } : await send(ctx, { target, lease, clock });
  await db.batch([endLease(db, last)]);
  // What came while nobody else could take the target has no message of its own any more.
  const isLeft = !isStopped && (await hasDueWorklogs(db, last, clock.now()));
  if (isLeft) await enqueue(ctx, [{ kind: "push-worklogs", targetId }]);
}

interface Work {
  readonly target: OpenTarget;
  readonly lease: Lease;
  readonly clock: Clock;
}

async function send(ctx: Context, { target, lease, clock }: Work) {
  const { abilities, connector, session } = target;
  const { worklogs } = session;
  if (worklogs === undefined) return { lease, isStopped: true };
  const byTask = connector.rates.filter(({ scope }) => scope === "task");
  const sending = {
    ...{ db: ctx.db, worklogs, now: clock.now, until: clock.now() + longestMs, mostRows },
    correction: abilities.worklogs.change && abilities.worklogs.remove ? ("amend" as const) : ("add" as const),
    pace: createPace(byTask, clock),
  };
  return sendWorklogs(sending, lease);
}
