import { countChanges, endBatch, type SyncBatch, takeBatch } from "@today/db/sync-run";
import { failBatch } from "../batch-failure.ts";
import { commit, takeCalls } from "../commit.ts";
import type { Context } from "../context.ts";
import { type Pulled, pull } from "../pull/pull.ts";
import type { PullWork } from "../pull/work.ts";

/**
 * Pulls one batch of a run and marks it done in the same transaction, so that it may be killed at any moment and repeated.
 * Gives the people whose days may have changed. Throws what makes sense to try again; other failures end the batch.
 */
export async function pullBatch(
  ctx: Context,
  job: { readonly runId: string; readonly n: number },
): Promise<readonly string[]> {
  const batch = await takeBatch<PullWork>(ctx.db, ctx.company.id, job);
  if (batch === null) return [];
  try {
    await finish(ctx, batch, await pull(ctx, batch.work));
    return batch.work.people;
  } catch (error) {
    await failBatch(ctx, batch, error);
    return [];
  }
}

async function finish(ctx: Context, { runId, n }: SyncBatch<PullWork>, pulled: Pulled): Promise<void> {
  const { db, company, now } = ctx;
  const calls = takeCalls(ctx);
  const used = calls.reduce((sum, { cost }) => sum + cost, 0);
  const end = { companyId: company.id, runId, n, at: now, state: "done", problem: null } as const;
  const keepings = pulled.keepings.flatMap(({ statement, news }) =>
    news === null ? [statement] : [statement, countChanges(db, end, news)],
  );
  await commit(ctx, [...keepings, ...endBatch(db, end, { ...pulled.counts, calls: used })], calls);
}
