import { countedCalls } from "@today/db/call-count";
import { readTotals } from "@today/db/company-total";
import { countDirtyDays } from "@today/db/dirty-day";
import { countWaitingEvents } from "@today/db/event";
import { countRejected } from "@today/db/rejected-row";
import { type BatchState, readBatches } from "@today/db/run-retry";
import { countWaitingBatches, type RunPlace, readRun, readRuns, type SyncRun } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { Sync, SyncRunDetail } from "../contract.ts";
import { Refusal } from "../error.ts";
import { isoOf } from "./instant.ts";

const shownRuns = 20;

/** How the pulls are doing, for the admin; `before` is where the page before ended. */
export async function readSync(ctx: Context, before: RunPlace | null = null): Promise<Sync> {
  const { db, company } = ctx;
  const today = todayOf(ctx);
  const month = today.slice(0, 7);
  const [runs, used, days, batches, events, totals, rejected] = await Promise.all([
    readRuns(db, company.id, shownRuns + 1, before),
    countedCalls(db, company.id, month),
    countDirtyDays(db, company.id, today),
    countWaitingBatches(db, company.id),
    countWaitingEvents(db, company.id),
    readTotals(db, company.id),
    countRejected(db, company.id),
  ]);
  return {
    runs: runs.slice(0, shownRuns).map((run) => runOf(run, company.zone)),
    next: runs.length > shownRuns ? placeAfter(runs[shownRuns - 1]) : null,
    calls: { month, used, limit: company.monthlyCalls },
    pending: { days, batches, events },
    totals,
    rejected,
  };
}

/** One run with its batches; refuses `not-found`. */
export async function readSyncRun({ db, company }: Context, id: string): Promise<SyncRunDetail> {
  const [run, batches] = await Promise.all([readRun(db, company.id, id), readBatches(db, company.id, id)]);
  if (run === null) throw new Refusal("not-found");
  return { run: runOf(run, company.zone), batches: batches.map((batch: BatchState) => ({ ...batch })) };
}

function placeAfter(run: SyncRun | undefined): string | null {
  return run === undefined ? null : `${run.startedAt}-${run.id}`;
}

function runOf({ touchedAt: _, startedAt, finishedAt, counts, ...run }: SyncRun, zone: string): Sync["runs"][number] {
  return {
    ...run,
    counts: { ...counts },
    startedAt: isoOf(startedAt, zone),
    finishedAt: finishedAt === null ? null : isoOf(finishedAt, zone),
  };
}
