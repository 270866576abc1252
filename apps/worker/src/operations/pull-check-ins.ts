import { endBatch, takeBatch } from "@today/db/sync-run";
import { failBatch } from "../batch-failure.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { pullVisits, type VisitWork } from "../pull/visits.ts";

/** Pulls one day's check-ins and marks the batch done in the same transaction; a repeat changes nothing. */
export async function pullCheckIns(ctx: Context, job: { readonly runId: string; readonly n: number }): Promise<void> {
  const { db, company, now } = ctx;
  const batch = await takeBatch<VisitWork>(db, company.id, job);
  if (batch === null) return;
  try {
    const { statements, visits, rejected } = await pullVisits(ctx, batch.work);
    const end = { companyId: company.id, ...job, at: now, state: "done", problem: null } as const;
    await commit(ctx, [...statements, ...endBatch(db, end, { visits, rejected })]);
  } catch (error) {
    await failBatch(ctx, batch, error);
  }
}
