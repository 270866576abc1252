import type { Context } from "../context.ts";
import { planDay } from "../pull/work.ts";
import { peopleOfShifts } from "../quota/due-people.ts";
import { isStillGood, keepMade, keptPlan, makePlan } from "../quota/planning.ts";
import type { PlannedRun } from "./planned-run.ts";

/** Today's punches of the people whose pull is due by the plan. Reads one row, and does nothing, while none is. */
export async function planToday(ctx: Context): Promise<PlannedRun | null> {
  const kept = await keptPlan(ctx);
  if (kept !== null && isStillGood(ctx, kept)) return null;
  const made = await makePlan(ctx, kept);
  const { today, now } = made.state;
  const due = made.plan.days.today.find(({ at }) => at <= now);
  const shifts = made.plan.ground.shifts.filter((_, index) => due?.shifts.includes(index));
  const people = shifts.length === 0 ? [] : await peopleOfShifts(ctx, shifts, { today, now });
  const along = [keepMade(ctx, made)];
  if (people.length === 0) {
    await ctx.db.batch(along);
    return null;
  }
  const works = planDay({ people, now: ctx.now, zone: ctx.company.zone });
  return { id: `day-${today}-${now}`, works, from: today, to: today, along };
}
