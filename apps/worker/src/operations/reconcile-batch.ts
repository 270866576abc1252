import { type FoundDifference, keepDifferences } from "@today/db/reconciliation";
import { endBatch, takeBatch } from "@today/db/sync-run";
import { failBatch } from "../batch-failure.ts";
import { commit, takeCalls } from "../commit.ts";
import type { Context } from "../context.ts";
import { pull } from "../pull/pull.ts";
import { columnsOf } from "../pull/report-days.ts";
import { planRange } from "../pull/work.ts";
import { compareWithReport, type PersonReport, type ReconciliationWork, readReport } from "../reconciling.ts";
import { settleDays } from "../settle-days.ts";

/**
 * Compares people's days with DingTalk's own report. Where they differ the people are pulled once more and settled, so that only
 * what that does not explain stays as a difference, with both sides' facts. Ends its batch; a repeat begins it anew.
 */
export async function reconcileBatch(ctx: Context, job: { readonly runId: string; readonly n: number }): Promise<void> {
  const { db, company, now } = ctx;
  const batch = await takeBatch<ReconciliationWork>(db, company.id, job);
  if (batch === null) return;
  const { work } = batch;
  try {
    await settleDays(ctx, work.people);
    const columns = await columnsOf(ctx);
    const reports: PersonReport[] = [];
    for (const personId of work.people) reports.push(await readReport(ctx, columns, { ...work, personId }));
    const first = await compareAll(ctx, reports, work);
    const odd = new Set(first.map(({ personId }) => personId));
    if (odd.size > 0) await pullAgain(ctx, { ...work, people: [...odd] });
    const again = reports.filter(({ personId }) => odd.has(personId));
    const found = odd.size > 0 ? await compareAll(ctx, again, work) : [];
    const calls = takeCalls(ctx);
    const counts = { people: work.people.length, differences: found.length, mended: first.length - found.length };
    const end = { companyId: company.id, ...job, at: now, state: "done", problem: null } as const;
    const kept = keepDifferences(db, { companyId: company.id, at: now }, { ...work, found });
    await commit(ctx, [...kept, ...endBatch(db, end, { ...counts, calls: calls.length })], calls);
  } catch (error) {
    await failBatch(ctx, batch, error);
  }
}

async function compareAll(
  ctx: Context,
  reports: readonly PersonReport[],
  range: Pick<ReconciliationWork, "from" | "to">,
): Promise<FoundDifference[]> {
  const found: FoundDifference[] = [];
  for (const report of reports) found.push(...(await compareWithReport(ctx, report, range)));
  return found;
}

/** What DingTalk has by now, facts of the whole range: a late correction explains most of what differs. */
async function pullAgain(ctx: Context, { people, from, to }: ReconciliationWork): Promise<void> {
  const { now, company } = ctx;
  for (const work of planRange({ people, now, zone: company.zone }, { from, to })) {
    const results = work.schedules;
    const { keepings } = await pull(ctx, { ...work, results });
    await commit(
      ctx,
      keepings.map(({ statement }) => statement),
    );
  }
  await settleDays(ctx, people);
}
