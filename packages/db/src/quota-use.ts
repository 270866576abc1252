import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { readPushes } from "./push-count.ts";
import type { RunKind } from "./sync-run.ts";

/** A run that DingTalk refused because the month's calls are used up; `used` are our counted calls at that time. */
export interface QuotaRefusal {
  readonly at: Instant;
  readonly used: number;
}

/** The last refusal among the runs that began since an instant. */
export async function readRefusal(db: Database, companyId: string, since: Instant): Promise<QuotaRefusal | null> {
  const [row] = await db.all<{ at: number; used: number | null }>(
    `select coalesce(finished_at, touched_at) as at, counts ->> '$.used' as used from sync_run
      where company_id = ?1 and started_at >= ?2 and state = 'quota' order by started_at desc limit 1`,
    ...[companyId, since],
  );
  return row === undefined ? null : { at: row.at, used: row.used ?? 0 };
}

/** When the last run of a kind began, if it was at an instant or later. */
export async function readLastStart(
  db: Database,
  companyId: string,
  wanted: { readonly kind: RunKind; readonly since: Instant },
): Promise<Instant | null> {
  const [row] = await db.all<{ at: number }>(
    `select started_at as at from sync_run where company_id = ?1 and started_at >= ?2 and kind = ?3
      order by started_at desc limit 1`,
    ...[companyId, wanted.since, wanted.kind],
  );
  return row?.at ?? null;
}

/** When the runs of a kind began, of those since an instant. */
export async function readStarts(
  db: Database,
  companyId: string,
  wanted: { readonly kind: RunKind; readonly since: Instant },
): Promise<Instant[]> {
  const rows = await db.all<{ at: number }>(
    "select started_at as at from sync_run where company_id = ?1 and started_at >= ?2 and kind = ?3 order by 1",
    ...[companyId, wanted.since, wanted.kind],
  );
  return rows.map(({ at }) => at);
}

/** Whether a run of that id was made, and whether it has ended. */
export async function readRunState(db: Database, companyId: string, id: string): Promise<"none" | "running" | "over"> {
  const [row] = await db.all<{ state: string }>(
    "select state from sync_run where company_id = ?1 and id = ?2",
    ...[companyId, id],
  );
  if (row === undefined) return "none";
  return row.state === "running" ? "running" : "over";
}

/** The pushes of a range of days, and those of them that told of punches. */
export async function countPushes(
  db: Database,
  companyId: string,
  range: { readonly from: WorkDate; readonly to: WorkDate },
): Promise<{ readonly all: number; readonly punches: number }> {
  const tallies = await readPushes(db, companyId, range);
  const all = tallies.reduce((sum, { received }) => sum + received, 0);
  return { all, punches: tallies.find(({ type }) => type === "attendance_check_record")?.received ?? 0 };
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
