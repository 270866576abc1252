import { addDays } from "@today/core/time/date";
import { readActivePeople, readLongestUnpulled, readNewcomers } from "@today/db/directory";
import { readOpenDays } from "@today/db/over-day";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { type NightAsks, planNight } from "../pull/work.ts";
import { keepMade, keptPlan, makePlan, type StoredPlan } from "../quota/planning.ts";
import { nightRunId } from "../quota/state.ts";
import { runsAfterNight } from "./after-night.ts";
import type { PlannedRun } from "./planned-run.ts";

const oneCall = 50;

/**
 * A week of everybody, once a date, with what else the plan allows; of as many as it allows, those longest without a pull first. One
 * call is made even when all are used up: some may have been bought.
 */
export async function planTheNight(ctx: Context): Promise<PlannedRun> {
  const { db, company, now } = ctx;
  const today = todayOf(ctx);
  const from = addDays(today, -7);
  const made = await makePlan(ctx, await keptPlan(ctx));
  const { night } = made.plan;
  const everybody = await readActivePeople(db, company.id);
  const most = Math.max(night.people, oneCall);
  const people = most < everybody.length ? await readLongestUnpulled(db, company.id, most) : everybody;
  const asksExtras = night.calls.extras > 0;
  const extras = {
    newcomers: asksExtras ? await readNewcomers(db, company.id) : [],
    openDays: asksExtras ? await readOpenDays(db, company.id, { from, to: addDays(today, -2) }) : [],
  };
  const works = planNight({ people, now, zone: company.zone }, extras, asksOf(made.plan));
  return {
    id: nightRunId(today),
    works,
    from,
    to: today,
    along: [keepMade(ctx, made)],
    after: runsAfterNight(made.plan),
  };
}

/** What the plan lets this night ask beside records; a weekly night asks results of the whole week. */
function asksOf({ night, runs }: StoredPlan): NightAsks {
  const { schedules, leaves, results } = night.calls;
  const resultDays = runs.results === "weekly" ? 7 : 1;
  return { schedules: schedules > 0, leaves: leaves > 0, resultDays: results > 0 ? resultDays : 0 };
}
