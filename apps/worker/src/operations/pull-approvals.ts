import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { readRecentApprovals } from "@today/db/approval-instance";
import { keepWatches, readWatches } from "@today/db/approval-watch";
import { endBatch, takeBatch } from "@today/db/sync-run";
import { keepApprovalFacts } from "../approvals/keep-approvals.ts";
import { failBatch } from "../batch-failure.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { type ApprovalBatch, type ApprovalWork, pullApprovals, soughtOf } from "../pull/approvals.ts";
import { groupsOf } from "../pull/work.ts";

const readAtOnce = 50;
const twoDaysMs = 2 * minutesPerDay * minuteMs;

/**
 * Works on a batch of approvals, fifty in one transaction, the last with the batch's end; repeated after a stop it reads only what was
 * not kept. Gives the people whose days may have changed.
 */
export async function pullApprovalBatch(
  ctx: Context,
  job: { readonly runId: string; readonly n: number },
): Promise<readonly string[]> {
  const { db, company, now } = ctx;
  const batch = await takeBatch<ApprovalBatch>(db, company.id, job);
  if (batch === null) return [];
  const end = { companyId: company.id, ...job, at: now, state: "done", problem: null } as const;
  try {
    if ("lay" in batch.work) {
      const { statements, people } = await layOutAgain(ctx);
      await commit(ctx, [...statements, ...endBatch(db, end, {})]);
      return people;
    }
    const { people, rejected, read } = await readForm(ctx, batch.work);
    await commit(ctx, endBatch(db, end, { approvals: read, rejected }));
    return people;
  } catch (error) {
    await failBatch(ctx, batch, error);
    return [];
  }
}

async function readForm(ctx: Context, work: ApprovalWork) {
  const { sought, running } = await soughtOf(ctx, work);
  const watch = running.map(({ id, processCode }) => ({ id, processCode, reason: "running" as const, until: null }));
  if (watch.length > 0)
    await commit(ctx, keepWatches(ctx.db, { companyId: ctx.company.id, at: ctx.now }, { watch, forget: [] }));
  const people = new Set<string>();
  let rejected = 0;
  for (const group of groupsOf(sought, readAtOnce)) {
    const pulled = await pullApprovals(ctx, group);
    await commit(ctx, pulled.statements);
    for (const person of pulled.people) people.add(person);
    rejected += pulled.rejected;
  }
  return { people: [...people], rejected, read: sought.length };
}

/** Trips that are not over, and what came in the last two days: of two changes that came at once neither saw the other. */
async function layOutAgain(ctx: Context) {
  const { db, company, now } = ctx;
  const trips = await readWatches(db, company.id, "days");
  const recent = await readRecentApprovals(db, company.id, now - twoDaysMs);
  return keepApprovalFacts(ctx, { fresh: [], ids: [...new Set([...trips.map(({ id }) => id), ...recent])] });
}
