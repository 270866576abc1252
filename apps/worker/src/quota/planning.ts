import { nightAt } from "@today/core/quota-night";
import { planCalls, type QuotaPlan } from "@today/core/quota-plan";
import type { QuotaState } from "@today/core/quota-state";
import { type Instant, minuteMs } from "@today/core/time/minutes";
import { instantAt } from "@today/core/time/zone";
import { type KeptPlan, keepPlan, readPlan } from "@today/db/quota-plan";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { type Ground, groundOf } from "./ground.ts";
import { quotaStateOf } from "./state.ts";

/** The plan as it is kept: with what it stands on. */
export interface StoredPlan extends QuotaPlan {
  readonly ground: Ground;
  readonly refused: QuotaState["refusedByDingTalk"];
}

/** A plan that was just made. */
export interface MadePlan {
  readonly plan: StoredPlan;
  readonly state: QuotaState;
}

/** A plan is made again every hour even if no pull is due: calls are used by hand and by other apps too. */
const holdsMs = 60 * minuteMs;

/** The plan made last; null before the first. */
export function keptPlan(ctx: Context): Promise<KeptPlan<StoredPlan> | null> {
  return readPlan<StoredPlan>(ctx.db, ctx.company.id);
}

/** Whether a kept plan still holds: made today, within the hour, and with no pull due. */
export function isStillGood(ctx: Context, { madeAt, nextPullAt, plan }: KeptPlan<StoredPlan>): boolean {
  const isOfToday = plan.ground.date === todayOf(ctx) && ctx.now - madeAt < holdsMs;
  return isOfToday && nextPullAt !== null && nextPullAt > ctx.now;
}

/** Makes the plan of now; nothing is written. */
export async function makePlan(ctx: Context, before: KeptPlan<StoredPlan> | null): Promise<MadePlan> {
  const ground = await groundOf(ctx, before?.plan.ground ?? null);
  const last = before === null ? null : { madeAt: before.madeAt, refused: before.plan.refused };
  const state = await quotaStateOf(ctx, ground, last);
  return { state, plan: { ...planCalls(state), ground, refused: state.refusedByDingTalk } };
}

/** A statement that keeps a plan whose pulls that are due now are being made. */
export function keepMade(ctx: Context, { plan, state }: MadePlan): D1PreparedStatement {
  return keepPlan(ctx.db, ctx.company.id, { madeAt: ctx.now, nextPullAt: pullAfter(ctx, { plan, state }), plan });
}

/** The plan that holds now: the kept one, or a new one, which is kept; pulls that are due then stay due. */
export async function currentPlan(ctx: Context): Promise<KeptPlan<StoredPlan>> {
  const kept = await keptPlan(ctx);
  if (kept !== null && isStillGood(ctx, kept)) return kept;
  const made = await makePlan(ctx, kept);
  const isDue = made.plan.days.today.some(({ at }) => at <= made.state.now);
  const current = { madeAt: ctx.now, nextPullAt: isDue ? ctx.now : pullAfter(ctx, made), plan: made.plan };
  await ctx.db.batch([keepPlan(ctx.db, ctx.company.id, current)]);
  return current;
}

/** The next pull by day or the next night, whichever comes first. */
function pullAfter({ company }: Context, { plan, state }: MadePlan): Instant {
  const next = plan.days.today.find(({ at }) => at > state.now);
  const night = instantAt(plan.night.date, nightAt, company.zone);
  return next === undefined ? night : Math.min(night, instantAt(state.today, next.at, company.zone));
}
