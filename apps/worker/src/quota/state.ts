import { dingtalkBatches } from "@today/core/call-cost";
import { editions } from "@today/core/edition";
import { nightAt } from "@today/core/quota-night";
import type { QuotaState } from "@today/core/quota-state";
import { addDays, type WorkDate } from "@today/core/time/date";
import { minuteMs } from "@today/core/time/minutes";
import { instantAt, minuteOf, workDateOf } from "@today/core/time/zone";
import { countPushes, readLastStart, readRefusal, readRunState } from "@today/db/quota-use";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { usedCalls } from "../run-plan/calls-left.ts";
import { type Ground, lastOfMonth, minuteNow } from "./ground.ts";

/** The run that takes everybody on a date. */
export function nightRunId(date: WorkDate): string {
  return `night-${date}`;
}

type Refusal = QuotaState["refusedByDingTalk"];

/** The plan before this one, of which a refusal is remembered. */
export interface PlanBefore {
  readonly madeAt: number;
  readonly refused: Refusal;
}

/** Pushes of an edition that has no fewer calls. */
const leastPushes = 3000;
const hourMs = 60 * minuteMs;
/** A night that is not over by then has stopped for good. */
const longNight = 180;
/** Runs that begin before a plan may be refused after it. */
const longRunMs = 6 * hourMs;

/** Where the month's calls stand now. */
export async function quotaStateOf(ctx: Context, ground: Ground, before: PlanBefore | null): Promise<QuotaState> {
  const { company } = ctx;
  const today = todayOf(ctx);
  const lastDay = lastOfMonth(today);
  const isNightDone = await isNightOver(ctx, today);
  const { close } = ground;
  const nextNight = isNightDone ? addDays(today, 1) : today;
  return {
    ...{ monthlyCalls: company.monthlyCalls, used: await usedCalls(ctx), people: ground.people },
    ...(await readPushState(ctx, today)),
    shifts: ground.shifts,
    coming: { workdays: ground.workdays.length, shifts: ground.usual },
    ...{ today, now: minuteNow(ctx), lastDay, isNightDone, lastPull: await readLastPull(ctx, today) },
    closeOn: close === null ? null : close.isNear ? nextNight : lastDay,
    refusedByDingTalk: await readRefused(ctx, before),
    ...{ load: ground.load, batches: dingtalkBatches, extras: ground.extras },
  };
}

async function isNightOver(ctx: Context, today: WorkDate): Promise<boolean> {
  const { db, company } = ctx;
  const state = await readRunState(db, company.id, nightRunId(today));
  return state === "over" || (state === "running" && minuteNow(ctx) > nightAt + longNight);
}

async function readPushState(ctx: Context, today: WorkDate): Promise<Pick<QuotaState, "pushes" | "eventsOn">> {
  const { db, company } = ctx;
  const month = await countPushes(db, company.id, { from: `${today.slice(0, 7)}-01`, to: today });
  const week = await countPushes(db, company.id, { from: addDays(today, -7), to: today });
  const edition = editions.findLast(({ monthlyCalls }) => monthlyCalls <= company.monthlyCalls);
  return {
    pushes: { monthly: edition?.monthlyPushes ?? leastPushes, used: month.all },
    eventsOn: company.eventsBy !== null && week.punches > 0,
  };
}

async function readLastPull({ db, company }: Context, today: WorkDate): Promise<number | null> {
  const since = instantAt(today, 0, company.zone);
  const at = await readLastStart(db, company.id, { kind: "day", since });
  return at === null ? null : minuteOf(at, today, company.zone);
}

/** The last refusal of this month: one since the plan before, or the one that it remembers. */
async function readRefused(ctx: Context, before: PlanBefore | null): Promise<Refusal> {
  const { db, company } = ctx;
  const month = todayOf(ctx).slice(0, 7);
  const monthBegan = instantAt(`${month}-01`, 0, company.zone);
  const since = Math.max(monthBegan, before === null ? monthBegan : before.madeAt - longRunMs);
  const refusal = await readRefusal(db, company.id, since);
  if (refusal !== null) return { at: workDateOf(refusal.at, company.zone), count: refusal.used };
  return before?.refused?.at.startsWith(month) ? before.refused : null;
}
