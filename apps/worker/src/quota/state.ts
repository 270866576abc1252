import { dingtalkBatches } from "@today/core/call-cost";
import { editions } from "@today/core/edition";
import { nightAt } from "@today/core/quota-night";
import type { QuotaState } from "@today/core/quota-state";
import { addDays, type WorkDate } from "@today/core/time/date";
import { minuteMs } from "@today/core/time/minutes";
import { instantAt, minuteOf, workDateOf } from "@today/core/time/zone";
import { type QuotaUse, readQuotaUse } from "@today/db/quota-use";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
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

/** A night that is not over by then has stopped for good. */
const longNight = 180;
/** Runs that begin before a plan may be refused after it. */
const longRunMs = 360 * minuteMs;
/** Pushes of an edition that has no fewer calls. */
const leastPushes = 3000;

/** Where the month's calls stand now. */
export async function quotaStateOf(ctx: Context, ground: Ground, before: PlanBefore | null): Promise<QuotaState> {
  const { company } = ctx;
  const today = todayOf(ctx);
  const now = minuteNow(ctx);
  const lastDay = lastOfMonth(today);
  const use = await useOf(ctx, before);
  const isNightDone = use.night === "over" || (use.night === "running" && now > nightAt + longNight);
  const { close } = ground;
  const nextNight = isNightDone ? addDays(today, 1) : today;
  return {
    ...{ monthlyCalls: company.monthlyCalls, used: use.calls, people: ground.people },
    pushes: { monthly: pushesOf(company.monthlyCalls), used: use.pushes },
    eventsOn: company.eventsBy !== "off" && use.arePunchesPushed,
    shifts: ground.shifts,
    coming: { workdays: ground.workdays.length, shifts: ground.usual },
    ...{ today, now, lastDay, isNightDone },
    lastPull: use.lastPull === null ? null : minuteOf(use.lastPull, today, company.zone),
    closeOn: close === null ? null : close.isNear ? nextNight : lastDay,
    refusedByDingTalk: refusedOf(ctx, use, before),
    ...{ load: ground.load, batches: dingtalkBatches, extras: ground.extras },
  };
}

function useOf(ctx: Context, before: PlanBefore | null): Promise<QuotaUse> {
  const { db, company } = ctx;
  const today = todayOf(ctx);
  const monthBegan = instantAt(`${today.slice(0, 7)}-01`, 0, company.zone);
  return readQuotaUse(db, company.id, {
    today,
    midnight: instantAt(today, 0, company.zone),
    refusedSince: Math.max(monthBegan, (before?.madeAt ?? 0) - longRunMs),
    nightRun: nightRunId(today),
    pushedFrom: addDays(today, -7),
  });
}

/** An edition's pushes go by its calls. */
function pushesOf(calls: number): number {
  return editions.findLast(({ monthlyCalls }) => monthlyCalls <= calls)?.monthlyPushes ?? leastPushes;
}

/** The last refusal of this month: one since the plan before, or the one that it remembers. */
function refusedOf(ctx: Context, { refusal }: QuotaUse, before: PlanBefore | null): Refusal {
  if (refusal !== null) return { at: workDateOf(refusal.at, ctx.company.zone), count: refusal.used };
  return before?.refused?.at.startsWith(todayOf(ctx).slice(0, 7)) ? before.refused : null;
}
