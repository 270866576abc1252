import { addDays } from "@today/core/time/date";
import { readActivePeople, readNewcomers } from "@today/db/directory";
import { readOpenDays } from "@today/db/over-day";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { planNight } from "../pull/work.ts";
import type { PlannedRun } from "./planned-run.ts";

/** Everybody's week, once a date. */
export async function planTheNight(ctx: Context): Promise<PlannedRun> {
  const { db, company, now } = ctx;
  const today = todayOf(ctx);
  const from = addDays(today, -7);
  const people = await readActivePeople(db, company.id);
  const extras = {
    newcomers: await readNewcomers(db, company.id),
    openDays: await readOpenDays(db, company.id, { from, to: addDays(today, -2) }),
  };
  return { id: `night-${today}`, works: planNight({ people, now, zone: company.zone }, extras), from, to: today };
}
