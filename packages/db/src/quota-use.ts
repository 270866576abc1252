import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Part, readPacked } from "./packed.ts";
import type { RunKind } from "./sync-run.ts";

/** What is to be known of the calls of a month and of today's runs. */
export interface UseWanted {
  readonly today: WorkDate;
  /** When today began. */
  readonly midnight: Instant;
  /** From when on runs may have been refused that are not known of yet. */
  readonly refusedSince: Instant;
  readonly nightRun: string;
  /** The day from which pushes of punches count as still coming. */
  readonly pushedFrom: WorkDate;
}

/** Counted calls and pushes of the month, and what came of today's runs. */
export interface QuotaUse {
  readonly calls: number;
  readonly pushes: number;
  readonly arePunchesPushed: boolean;
  readonly night: "none" | "running" | "over";
  /** When the last pull of today's punches began. */
  readonly lastPull: Instant | null;
  /** The last run that DingTalk refused because the month's calls are used up; `used` are our counted calls at that time. */
  readonly refusal: { readonly at: Instant; readonly used: number } | null;
}

/** Reads it in one statement: a row for each API and day of the month, and one for each run of today. */
export async function readQuotaUse(db: Database, companyId: string, wanted: UseWanted): Promise<QuotaUse> {
  const { today, midnight, refusedSince, nightRun, pushedFrom } = wanted;
  const month = today.slice(0, 7);
  const monthDays = [companyId, `${month}-01`, `${month}-31`] as const;
  const parts: Part[] = [
    { sql: sumOf("call_count", "counted"), values: monthDays, columns: ["n"] },
    { sql: sumOf("push_count", "counted"), values: monthDays, columns: ["n"] },
    {
      sql: `${sumOf("push_count", "received")} and type = 'attendance_check_record'`,
      values: [companyId, pushedFrom, today],
      columns: ["n"],
    },
    {
      sql: "select state from sync_run where company_id = ?1 and id = ?2",
      values: [companyId, nightRun],
      columns: ["state"],
    },
    {
      sql: `select started_at as at from sync_run where company_id = ?1 and started_at >= ?2 and kind = 'day'
        order by started_at desc limit 1`,
      values: [companyId, midnight],
      columns: ["at"],
    },
    {
      sql: `select coalesce(finished_at, touched_at) as at, coalesce(counts ->> '$.used', 0) as used from sync_run
        where company_id = ?1 and started_at >= ?2 and state = 'quota' order by started_at desc limit 1`,
      values: [companyId, refusedSince],
      columns: ["at", "used"],
    },
  ];
  const [calls, pushes, punches, night, pull, refusal] = await readPacked(db, parts);
  const state = night?.[0]?.state;
  return {
    ...{ calls: numberIn(calls), pushes: numberIn(pushes), arePunchesPushed: numberIn(punches) > 0 },
    night: state === undefined ? "none" : state === "running" ? "running" : "over",
    lastPull: (pull as { at: number }[] | undefined)?.[0]?.at ?? null,
    refusal: (refusal as { at: number; used: number }[] | undefined)?.[0] ?? null,
  };
}

function sumOf(table: "call_count" | "push_count", column: string): string {
  return `select coalesce(sum(${column}), 0) as n from ${table} where company_id = ?1 and day between ?2 and ?3`;
}

function numberIn(rows: readonly Record<string, unknown>[] | undefined): number {
  return Number(rows?.[0]?.n ?? 0);
}

/** How many runs of a kind began at an instant or later. */
export async function countStarts(
  db: Database,
  companyId: string,
  wanted: { readonly kind: RunKind; readonly since: Instant },
): Promise<number> {
  const [row] = await db.all<{ n: number }>(
    "select count(*) as n from sync_run where company_id = ?1 and started_at >= ?2 and kind = ?3",
    ...[companyId, wanted.since, wanted.kind],
  );
  return row?.n ?? 0;
}

/** Whether there is a run of that id. */
export async function hasRun(db: Database, companyId: string, id: string): Promise<boolean> {
  return (await db.all("select 1 from sync_run where company_id = ?1 and id = ?2", companyId, id)).length > 0;
}

const sampled = 100;

/** Rows of leave that stand in a window for each hundred people, counted among the first hundred. */
export async function countLeavesAHundred(
  db: Database,
  companyId: string,
  window: { readonly from: Instant; readonly to: Instant },
): Promise<number> {
  const [row] = await db.all<{ people: number; leaves: number }>(
    `with some as materialized (select id from person where company_id = ?1 and active = 1 order by id limit ${sampled})
     select (select count(*) from some) as people, (select count(*) from some cross join leave l
       on l.company_id = ?1 and l.person_id = some.id and l.from_at < ?3 and l.to_at > ?2 and l.present = 1) as leaves`,
    ...[companyId, window.from, window.to],
  );
  if (row === undefined || row.people === 0) return 0;
  return Math.ceil((row.leaves * sampled) / row.people);
}
