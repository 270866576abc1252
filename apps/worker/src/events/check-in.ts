import { minuteMs } from "@today/core/time/minutes";
import { readVisitors } from "@today/db/visiting";
import { todayOf } from "../author.ts";
import type { EventVerb } from "../event-taking.ts";
import { pullVisits } from "../pull/visits.ts";

const around = 10 * minuteMs;

/** Somebody checked in: the push tells neither place nor photo, so it is asked for, of people on projects that take check-ins only. */
export const takeCheckIn: EventVerb<"check_in"> = async (ctx, { userId, at, bornAt }) => {
  const visitors = await readVisitors(ctx.db, ctx.company.id, todayOf(ctx));
  if (!visitors.includes(userId)) return { statements: [] };
  const made = at ?? bornAt ?? ctx.now;
  const window = { from: made - around, to: made + around };
  return await pullVisits(ctx, { people: [userId], department: null, window });
};
