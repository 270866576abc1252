import { addDays, type WorkDate } from "@today/core/time/date";
import { markOverDays } from "@today/db/over-day";
import { keepRun } from "@today/db/sync-run";
import { todayOf } from "../author.ts";
import { ensureCalendar } from "../calendar.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { jobOfRun } from "../job.ts";
import { planRun, type RunWish } from "../run-plan/run-plan.ts";

/** Whether a run began, and under which id; the id is null when it was not to begin. */
export interface StartedRun {
  readonly runId: string | null;
  readonly started: boolean;
}

/** How many days back a day that went on when it was settled last is looked for. */
const overDays = { night: 31, day: 3 } as const;

/**
 * Plans a pull and puts its batches on the queue. The id of all but `punches` is its time, so that a repeat changes nothing: one
 * night a date, one day pull a half hour, one shared pull a minute. What the month's calls do not allow does not begin.
 */
export async function startRun(ctx: Context, wish: RunWish): Promise<StartedRun> {
  const { db, company, now, actor } = ctx;
  if (wish.kind === "night" || wish.kind === "day") await settleOverDays(ctx, overDays[wish.kind]);
  const plan = await planRun(ctx, wish);
  if (plan === null) return { runId: null, started: false };
  const { id, works, from, to } = plan;
  const today = todayOf(ctx);
  const unknown = await ensureCalendar(ctx, yearsOf(from ?? today, to ?? today));
  const problem = unknown.length > 0 ? "calendar-year-missing" : null;
  const run = { companyId: company.id, id, kind: wish.kind, from, to, askedBy: actor.id, at: now, problem };
  const started = await keepRun(db, run, works);
  if (started)
    await enqueue(
      ctx,
      works.map((_, n) => jobOfRun(wish.kind, { runId: id, n })),
    );
  return { runId: id, started };
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
