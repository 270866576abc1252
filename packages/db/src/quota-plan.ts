import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import type { Part } from "./packed.ts";

/** The plan of the month's calls as it was made last; `nextPullAt` is null when no pull is planned. */
export interface KeptPlan<Plan> {
  readonly madeAt: Instant;
  readonly nextPullAt: Instant | null;
  readonly plan: Plan;
}

/** A statement that keeps a plan in place of the one before. */
export function keepPlan(db: Database, companyId: string, kept: KeptPlan<object>): D1PreparedStatement {
  return db.prepare(
    `insert into quota_plan (company_id, made_at, next_pull_at, plan) values (?1, ?2, ?3, ?4)
     on conflict do update set made_at = excluded.made_at, next_pull_at = excluded.next_pull_at, plan = excluded.plan`,
    ...[companyId, kept.madeAt, kept.nextPullAt, JSON.stringify(kept.plan)],
  );
}

/** The plan made last; null before the first. */
export async function readPlan<Plan>(db: Database, companyId: string): Promise<KeptPlan<Plan> | null> {
  const [row] = await db.all<{ madeAt: number; nextPullAt: number | null; plan: string }>(
    "select made_at as madeAt, next_pull_at as nextPullAt, plan from quota_plan where company_id = ?1",
    companyId,
  );
  const plan = parseStored<Plan | null>(row?.plan ?? null, null);
  return row === undefined || plan === null ? null : { ...row, plan };
}

/** When punches are pulled next, as a part of a statement: one row, none before the first plan. */
export function nextPullPart(companyId: string): Part {
  return {
    sql: "select next_pull_at as at from quota_plan where company_id = ?1",
    values: [companyId],
    columns: ["at"],
  };
}

/** When punches are pulled next; null before the first plan and when no pull is planned. */
export async function readNextPull(db: Database, companyId: string): Promise<Instant | null> {
  const { sql, values } = nextPullPart(companyId);
  const [row] = await db.all<{ at: number | null }>(sql, ...values);
  return row?.at ?? null;
}
