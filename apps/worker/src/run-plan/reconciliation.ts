import { addDays, type WorkDate } from "@today/core/time/date";
import { minuteMs } from "@today/core/time/minutes";
import { readUnreconciled } from "@today/db/reconciliation";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { groupsOf } from "../pull/work.ts";
import { keptPlan, type StoredPlan } from "../quota/planning.ts";
import type { ReconciliationWork } from "../reconciling.ts";
import type { PlannedRun } from "./planned-run.ts";

const peopleABatch = 10;
const lastDays = 7;
const halfHourMs = 30 * minuteMs;
const everybody = Number.MAX_SAFE_INTEGER;
/** A person costs a call, and some a second one for leave or a pull. */
const callsAPerson = 1.5;

/** How many people a night compares by a plan: everybody before a close it pays for, else as many as the calls nobody needs allow. */
export function peopleToReconcile({ close, ground, days, reserve }: StoredPlan): number {
  if (ground.close?.isNear === true && (close?.columns ?? 0) > 0) return everybody;
  const spare = Math.max(0, days.calls - days.planned) / Math.max(1, reserve.nights);
  return Math.floor(spare / callsAPerson);
}

/**
 * The past week of as many people as the calls allow, those longest ago first, so that everybody's turn comes; before a close the
 * whole month of everybody. Null where no calls are left for it or everybody was compared.
 */
export async function planReconciliation(ctx: Context): Promise<PlannedRun | null> {
  const kept = await keptPlan(ctx);
  if (kept === null) return null;
  const { plan } = kept;
  const limit = peopleToReconcile(plan);
  const yesterday = addDays(todayOf(ctx), -1);
  const close = plan.ground.close?.isNear === true && (plan.close?.columns ?? 0) > 0 ? plan.ground.close : null;
  const range = close ?? { from: addDays(yesterday, 1 - lastDays), to: yesterday };
  const upTo = close === null ? addDays(yesterday, 1 - lastDays) : range.to;
  return planPeople(ctx, { from: range.from, to: range.to }, { limit, upTo });
}

/** The comparison of everybody's days of a range that somebody asked for, at most 31 of them. */
export function planReconciliationOf(ctx: Context, range: { readonly from: WorkDate; readonly to: WorkDate }) {
  return planPeople(ctx, range, { limit: everybody, upTo: "9999-12-31" });
}

async function planPeople(
  ctx: Context,
  { from, to }: { readonly from: WorkDate; readonly to: WorkDate },
  { limit, upTo }: { readonly limit: number; readonly upTo: WorkDate },
): Promise<PlannedRun | null> {
  if (limit <= 0) return null;
  const people = await readUnreconciled(ctx.db, ctx.company.id, { upTo, from, limit });
  if (people.length === 0) return null;
  const works = groupsOf(people, peopleABatch).map((group): ReconciliationWork => ({ people: group, from, to }));
  return { id: `reconciliation-${from}-${Math.floor(ctx.now / halfHourMs)}`, works, from, to };
}
