import { minuteMs } from "@today/core/time/minutes";
import { readActivePeople } from "@today/db/directory";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { isDayPullDue } from "../day-cadence.ts";
import { planDay } from "../pull/work.ts";
import { isOutOfCalls, usedCalls } from "./calls-left.ts";
import type { PlannedRun } from "./planned-run.ts";

const halfHourMs = 30 * minuteMs;

/** Everybody's punches of today, where the month's calls allow it now. */
export async function planToday(ctx: Context): Promise<PlannedRun | null> {
  const { db, company, now } = ctx;
  const people = await readActivePeople(db, company.id);
  const used = await usedCalls(ctx);
  const due = isDayPullDue({ monthlyCalls: company.monthlyCalls, used, people: people.length }, now);
  if (!due || (await isOutOfCalls(ctx, used))) return null;
  const today = todayOf(ctx);
  const works = planDay({ people, now, zone: company.zone });
  return { id: `day-${Math.floor(now / halfHourMs)}`, works, from: today, to: today };
}
