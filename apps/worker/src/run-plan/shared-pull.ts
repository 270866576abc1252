import { minuteMs } from "@today/core/time/minutes";
import { countStarts } from "@today/db/quota-use";
import { readStalestPeople } from "@today/db/shift-group";
import { startedSince } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { planDay } from "../pull/work.ts";
import { punchesDue } from "../quota/due-people.ts";
import { minuteNow } from "../quota/ground.ts";
import { currentPlan } from "../quota/planning.ts";
import type { PlannedRun } from "./planned-run.ts";

const sharedPeople = 50;

/** Today's punches of whoever asks and of those whose expected punches wait longest, as often as the plan allows. */
export async function planShared(ctx: Context): Promise<PlannedRun | null> {
  const { db, company, now, actor } = ctx;
  const { plan, madeAt } = await currentPlan(ctx);
  if (plan.shared === null) return null;
  const { mostToday, minutesBetween } = plan.shared;
  const lately = { kind: "shared", at: now - minutesBetween * minuteMs + 1 } as const;
  if (await startedSince(db, company.id, lately)) return null;
  if ((await countStarts(db, company.id, { kind: "shared", since: madeAt })) >= mostToday) return null;
  const today = todayOf(ctx);
  const due = punchesDue(ctx, plan.ground.shifts, { today, now: minuteNow(ctx) });
  const people = await readStalestPeople(db, company.id, { first: actor.id, limit: sharedPeople, due });
  const works = planDay({ people, now, zone: company.zone });
  return { id: `shared-${Math.floor(now / minuteMs)}`, works, from: today, to: today };
}
