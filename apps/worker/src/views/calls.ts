import { addDays } from "@today/core/time/date";
import { instantAt } from "@today/core/time/zone";
import { type CallFilter, type CallPage, type CallPlace, readCalls } from "@today/db/call-audit";
import { type CallDay, readCallDays } from "@today/db/call-days";
import { readConnectionFacts } from "@today/db/connection-facts";
import { callKindOf, callKinds } from "../connection/call-kind.ts";
import type { Context } from "../context.ts";
import type { CallSummary, Calls } from "../contract.ts";
import { isoOf } from "./instant.ts";

/** What calls somebody looks for, in the words of the address line. */
export interface CallWish {
  readonly path?: string | undefined;
  readonly outcome?: string | undefined;
  readonly day?: string | undefined;
  readonly run?: string | undefined;
}

/** The wish as the tables want it; a day is the company's. */
export function filterOf({ path, outcome, day, run }: CallWish, zone: string): CallFilter {
  const from = day === undefined ? null : instantAt(day, 0, zone);
  const to = day === undefined ? null : instantAt(addDays(day, 1), 0, zone);
  return { path: path ?? null, outcome: outcome ?? null, from, to, runId: run ?? null };
}

/** A page of the calls made, the latest first. */
export async function viewCalls(
  { db, company }: Context,
  filter: CallFilter,
  after: CallPlace | null,
): Promise<{ readonly calls: Calls["calls"]; readonly next: CallPlace | null }> {
  const page: CallPage = await readCalls(db, company.id, { ...filter, after });
  const calls = page.calls.map((call) => ({
    ...call,
    at: isoOf(call.at, company.zone),
    kind: callKindOf(call.path),
  }));
  return { calls, next: page.next };
}

/** A month's calls by day and API; `month` is `2026-09`. */
export async function summarizeCalls(ctx: Context, month: string): Promise<CallSummary> {
  const { db, company } = ctx;
  const [rows, { plan }] = await Promise.all([
    readCallDays(db, company.id, month),
    readConnectionFacts(db, company.id, month),
  ]);
  const isOfMonth = plan !== null && isoOf(plan.madeAt, company.zone).startsWith(month);
  const refused = isOfMonth ? plan.plan.reasons.find(({ code }) => code === "refused") : undefined;
  return {
    ...{ month, used: usedOf(rows), limit: company.monthlyCalls },
    days: grouped(rows, ({ day }) => day).map(([date, mine]) => ({
      ...{ date, used: usedOf(mine), failed: mine.reduce((sum, { failed }) => sum + failed, 0) },
      kinds: callKinds
        .map((kind) => ({ kind, used: usedOf(mine.filter(({ path }) => callKindOf(path) === kind)) }))
        .filter(({ used }) => used > 0),
    })),
    apis: grouped(rows, ({ path }) => path)
      .map(([path, mine]) => ({
        ...{ path, kind: callKindOf(path), used: usedOf(mine) },
        ok: mine.reduce((sum, { ok }) => sum + ok, 0),
        failed: mine.reduce((sum, { failed }) => sum + failed, 0),
      }))
      .sort((a, b) => b.used - a.used || b.ok + b.failed - a.ok - a.failed),
    elsewhere: refused?.code === "refused" ? refused.elsewhere : null,
  };
}

function usedOf(rows: readonly CallDay[]): number {
  return rows.reduce((sum, { counted }) => sum + counted, 0);
}

function grouped(rows: readonly CallDay[], keyOf: (row: CallDay) => string): [string, CallDay[]][] {
  const groups = new Map<string, CallDay[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups];
}
