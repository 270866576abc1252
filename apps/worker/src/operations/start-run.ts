import { addDays, type WorkDate } from "@today/core/time/date";
import { markOverDays } from "@today/db/over-day";
import { keepRun } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import { ensureCalendar } from "../calendar.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { jobOfRun } from "../job.ts";
import { pausedKinds } from "../paused-message.ts";
import { minuteNow } from "../quota/ground.ts";
import { planRun, type RunWish } from "../run-plan/run-plan.ts";

/** Whether a run began, and under which id; the id is null when it was not to begin. */
export interface StartedRun {
  readonly runId: string | null;
  readonly started: boolean;
}

/** How many days back a day that went on when it was settled last is looked for. */
const overDays = { night: 31, day: 3, reconciliation: 3 } as const;

/**
 * Plans a pull and puts its batches on the queue. The id of all but `punches` is its time, so that a repeat changes nothing: one
 * night a date, one day pull and one shared pull a minute. What the plan of the month's calls does not allow does not begin, nor
 * what can wait while calls are paused.
 */
export async function startRun(ctx: Context, wish: RunWish): Promise<StartedRun> {
  const { db, company, now, actor } = ctx;
  const { kind } = wish;
  if (kind === "night" || kind === "reconciliation" || (kind === "day" && isHourly(ctx))) {
    await settleOverDays(ctx, overDays[kind]);
  }
  const canWait = wish.kind === "day" || wish.kind === "shared";
  if (canWait && (await pausedKinds(ctx))(wish.kind)) return { runId: null, started: false };
  const plan = await planRun(ctx, wish);
  if (plan === null) return { runId: null, started: false };
  const { id, works, from, to, along = [], after = [] } = plan;
  const today = todayOf(ctx);
  const unknown = await ensureCalendar(ctx, yearsOf(from ?? today, to ?? today));
  const problem = unknown.length > 0 ? "calendar-year-missing" : null;
  const run = { companyId: company.id, id, kind: wish.kind, from, to, askedBy: actor.id, at: now, problem, along };
  const started = await keepRun(db, run, works);
  const batches = started ? works.map((_, n) => jobOfRun(wish.kind, { runId: id, n })) : [];
  await enqueue(ctx, [...batches, ...after]);
  return { runId: id, started };
}

/** Once an hour, at 12 minutes past, whatever is pulled then. */
function isHourly(ctx: Context): boolean {
  const minute = minuteNow(ctx) % 60;
  return minute >= 12 && minute < 17;
}

/** A day that is over is settled once more: what was running then is missing now. */
async function settleOverDays(ctx: Context, days: number): Promise<void> {
  const { db, company, now } = ctx;
  const range = { from: addDays(todayOf(ctx), -days), to: todayOf(ctx) };
  const [marked] = await db.batch([markOverDays(db, { companyId: company.id, at: now }, range)]);
  if ((marked?.meta.changes ?? 0) > 0) await enqueue(ctx, [{ kind: "settle", people: null }]);
}

function yearsOf(from: WorkDate, to: WorkDate): number[] {
  return [...new Set([Number(from.slice(0, 4)), Number(to.slice(0, 4))])];
}
