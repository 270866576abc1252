import type { Fetch } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import type { Instant } from "@today/core/time/minutes";
import { endLease, hasDueWorklogs, keepTargetNews, type Lease, takeLease } from "@today/db/worklog-push";
import { sleep, startWatch } from "../clock.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { type OpenTarget, openTarget } from "../targets/open.ts";
import { type Clock, createPace, type Pace } from "../targets/push/pace.ts";
import { leaseMs, sendWorklogs } from "../targets/push/send.ts";

const longestMs = 25_000;
const mostRows = 2000;

/**
 * Sends what is due to a target, for up to 25 seconds and about 2,000 worklogs, and leaves the rest to another message. Does nothing
 * while somebody else is sending there, while the target is paused or wants to be left alone, or until its problem is mended.
 */
export async function pushWorklogs(ctx: Context, { targetId }: { readonly targetId: string }): Promise<void> {
  const { db, company } = ctx;
  const clock = createClock(ctx.now);
  const wish = { companyId: company.id, targetId, until: ctx.now + leaseMs };
  const lease = await takeLease(db, wish, ctx.now);
  if (lease === null) return;
  const target = await openOrTell(ctx, { lease, clock });
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

/** A target whose calls keep to the product's rates; null for one that cannot be opened, which is told. */
async function openOrTell(ctx: Context, { lease, clock }: Omit<Work, "target">): Promise<OpenTarget | null> {
  let pace: Pace = async () => {};
  const fetchFor = (hosts: readonly string[]): Fetch => {
    const fetch = ctx.targets.fetchFor(hosts);
    return async (request) => {
      await pace("");
      return fetch(request);
    };
  };
  try {
    const target = await openTarget({ ...ctx, targets: { ...ctx.targets, fetchFor } }, lease.targetId);
    const ofAll = target.connector.rates.filter(({ scope }) => scope !== "task");
    pace = createPace(ofAll, clock);
    return target;
  } catch (error) {
    if (!(error instanceof ConnectorError)) throw error;
    const news = { pushedAt: null, quietUntil: 0, problem: error.code, now: ctx.now };
    await ctx.db.batch([keepTargetNews(ctx.db, lease, news)]);
    return null;
  }
}

function createClock(start: Instant): Clock {
  const elapsed = startWatch();
  return { now: () => Math.round(start + elapsed()), sleep };
}
