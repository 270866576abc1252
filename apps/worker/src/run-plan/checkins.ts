import { addDays, dayRange } from "@today/core/time/date";
import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { instantAt } from "@today/core/time/zone";
import { firstDayAsked, lastDayPulled } from "@today/db/sync-run";
import { countPeople, readVisitors } from "@today/db/visiting";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { VisitWork } from "../pull/visits.ts";
import type { PlannedRun } from "./planned-run.ts";

const dayMs = minutesPerDay * minuteMs;
const farthestBack = 7;
const mostOfADepartment = 1000;
const peopleACall = 10;
const root = "1";

/**
 * The check-ins of yesterday, and of up to a week of days that were missed, of the people on projects that take them; null where there
 * are none. Ten people a call, or the whole company in one where that is cheaper: 31 people of 400 cost one call, not four.
 */
export async function planCheckIns(ctx: Context): Promise<PlannedRun | null> {
  const { db, company } = ctx;
  const to = addDays(todayOf(ctx), -1);
  const people = await readVisitors(db, company.id, to);
  if (people.length === 0) return null;
  const last = await lastDayPulled(db, company.id, "checkins");
  const first = await firstDayAsked(db, company.id, "checkins");
  const since = last === null ? (first ?? to) : addDays(last, 1);
  const missed = dayRange(since, to).slice(-farthestBack);
  const from = missed[0] ?? to;
  const isOneCall = people.length > peopleACall && (await countPeople(db, company.id)) <= mostOfADepartment;
  const works = dayRange(from, to).map((date): VisitWork => {
    const start = instantAt(date, 0, company.zone);
    return { people, department: isOneCall ? root : null, window: { from: start, to: start + dayMs - 1000 } };
  });
  return { id: `checkins-${to}`, works, from, to };
}
