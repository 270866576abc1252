import { insertEvents } from "@today/db/event";
import { keepRejected } from "@today/db/rejected-row";
import { addCounts, endBatch, takeBatch } from "@today/db/sync-run";
import type { DingTalkEvent } from "@today/dingtalk/callback/event";
import { failedEvents } from "@today/dingtalk/callback/failed-event";
import { failBatch } from "../batch-failure.ts";
import { commit, enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import type { Job } from "../job.ts";

const pagesAtOnce = 20;

/**
 * Reads the pushes that failed and puts them on the queue. Each call makes DingTalk forget what the call before it gave
 * (get_call_back_failed_result), so a page is kept in one transaction before the next one is asked for.
 */
export async function fetchFailedEvents(ctx: Context, job: { readonly runId: string }): Promise<void> {
  const { db, company, now } = ctx;
  const batch = await takeBatch<object>(db, company.id, { ...job, n: 0 });
  if (batch === null) return;
  try {
    let hasMore = true;
    for (let page = 0; hasMore && page < pagesAtOnce; page += 1) hasMore = await keepPage(ctx, job.runId);
    if (hasMore) return await enqueue(ctx, [{ kind: "fetch-failed-events", runId: job.runId }]);
    const end = { companyId: company.id, runId: job.runId, n: 0, at: now, state: "done", problem: null } as const;
    await commit(ctx, endBatch(db, end, {}));
  } catch (error) {
    await failBatch(ctx, batch, error);
  }
}

async function keepPage(ctx: Context, runId: string): Promise<boolean> {
  const { db, company, now, dingtalk } = ctx;
  const { events, rejected, hasMore } = await failedEvents(dingtalk);
  const arrival = { companyId: company.id, at: now };
  const missed = events.filter(({ corpId }) => corpId === null || corpId === company.id);
  const aside = rejected.map(({ reason, raw }) => ({ source: "failed-events", reason, raw }));
  await commit(ctx, [
    ...insertEvents(db, arrival, missed.map(rowOf)),
    ...keepRejected(db, arrival, aside),
    addCounts(db, { companyId: company.id, runId }, { events: missed.length, rejected: rejected.length }),
  ]);
  await enqueue(
    ctx,
    missed.map(({ id }): Job => ({ kind: "take-event", eventId: id })),
  );
  return hasMore;
}

function rowOf(event: DingTalkEvent) {
  return { id: event.id, type: event.type, body: JSON.stringify(event) };
}
