import { minuteMs } from "@today/core/time/minutes";
import { readStalestPeople } from "@today/db/directory";
import { startedSince } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { planDay } from "../pull/work.ts";
import { isOutOfCalls, usedCalls } from "./calls-left.ts";
import type { PlannedRun } from "./planned-run.ts";

const sharedPeople = 50;

/** Today's punches of whoever asks and of those whose are stalest, once a minute at most. */
export async function planShared(ctx: Context): Promise<PlannedRun | null> {
  const { db, company, now, actor } = ctx;
  const lately = { kind: "shared", at: now - minuteMs + 1 } as const;
  if (await startedSince(db, company.id, lately)) return null;
  if (await isOutOfCalls(ctx, await usedCalls(ctx))) return null;
  const people = await readStalestPeople(db, company.id, { first: actor.id, limit: sharedPeople });
  const today = todayOf(ctx);
  const works = planDay({ people, now, zone: company.zone });
  return { id: `shared-${Math.floor(now / minuteMs)}`, works, from: today, to: today };
}
