import { type Instant, minuteMs } from "@today/core/time/minutes";
import type { Context } from "../context.ts";
import { minuteNow } from "./ground.ts";
import { keptPlan } from "./planning.ts";

/** What the plan does with a pushed punch: it waits for others until an instant, or no call is spent on it. */
export type PushedPunch = { readonly takenAt: Instant } | "left-to-the-pulls";

/**
 * Pushed punches are pulled together at every full collecting time, 10:00, 10:30, …; at once until the plan knows of pushes. Where the
 * calls are refused or the month's pushes too few, the next pull by day brings what was pushed.
 */
export async function collectPush(ctx: Context): Promise<PushedPunch> {
  const plan = (await keptPlan(ctx))?.plan ?? null;
  const every = plan?.days.collectEvery ?? null;
  if (every !== null) {
    const minute = minuteNow(ctx);
    const due = Math.ceil((minute + 1) / every) * every;
    return { takenAt: ctx.now - (ctx.now % minuteMs) + (due - minute) * minuteMs };
  }
  const isUnpaid = plan?.reasons.some(({ code }) => code === "refused" || code === "pushes-too-few") ?? false;
  return isUnpaid ? "left-to-the-pulls" : { takenAt: ctx.now };
}
