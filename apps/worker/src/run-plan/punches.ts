import { dingtalkBatches } from "@today/core/call-cost";
import type { WorkDate } from "@today/core/time/date";
import { readActivePeople } from "@today/db/directory";
import type { Context } from "../context.ts";
import { type PullWork, planRange } from "../pull/work.ts";
import { currentPlan } from "../quota/planning.ts";
import type { PlannedRun } from "./planned-run.ts";

/** Everybody's punches of a range that somebody asked for; null when that would cost what the nights and the close need. */
export async function planPunches(ctx: Context, range: { from: WorkDate; to: WorkDate }): Promise<PlannedRun | null> {
  const { db, company, now } = ctx;
  const people = await readActivePeople(db, company.id);
  const works = planRange({ people, now, zone: company.zone }, range);
  const { plan } = await currentPlan(ctx);
  if (works.reduce((sum, work) => sum + leastCalls(work), 0) > plan.days.calls) return null;
  return { id: `punches-${crypto.randomUUID()}`, works, from: range.from, to: range.to };
}

/** Without further pages. */
function leastCalls({ people, records, schedules, leaves }: PullWork): number {
  const { recordPeople, schedulePeople, leavePeople } = dingtalkBatches;
  const batches = [
    ...(records === null ? [] : [recordPeople]),
    ...(schedules === null ? [] : [schedulePeople]),
    ...(leaves === null ? [] : [leavePeople]),
  ];
  return batches.reduce((sum, size) => sum + Math.ceil(people.length / size), 0);
}
