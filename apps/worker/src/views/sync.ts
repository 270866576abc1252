import { countedCalls } from "@today/db/call-count";
import { readTotals } from "@today/db/company-total";
import { countDirtyDays } from "@today/db/dirty-day";
import { countWaitingEvents } from "@today/db/event";
import { countRejected } from "@today/db/rejected-row";
import { countWaitingBatches, readRuns, type SyncRun } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Sync } from "../contract.ts";
import { isoOf } from "./instant.ts";

const shownRuns = 20;

/** How the pulls are doing, for the admin. */
export async function readSync(ctx: Context): Promise<Sync> {
  const { db, company } = ctx;
  const today = todayOf(ctx);
  const month = today.slice(0, 7);
  const [runs, used, days, batches, events, totals, rejected] = await Promise.all([
    readRuns(db, company.id, shownRuns),
    countedCalls(db, company.id, month),
    countDirtyDays(db, company.id, today),
    countWaitingBatches(db, company.id),
    countWaitingEvents(db, company.id),
    readTotals(db, company.id),
    countRejected(db, company.id),
  ]);
  return {
    runs: runs.map((run) => runOf(run, company.zone)),
    calls: { month, used, limit: company.monthlyCalls },
    pending: { days, batches, events },
    totals,
    rejected,
  };
}

function runOf({ touchedAt: _, startedAt, finishedAt, counts, ...run }: SyncRun, zone: string): Sync["runs"][number] {
  return {
    ...run,
    counts: { ...counts },
    startedAt: isoOf(startedAt, zone),
    finishedAt: finishedAt === null ? null : isoOf(finishedAt, zone),
  };
}
