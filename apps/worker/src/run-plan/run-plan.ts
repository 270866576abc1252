import { addDays, type WorkDate } from "@today/core/time/date";
import { minuteMs } from "@today/core/time/minutes";
import { instantAt } from "@today/core/time/zone";
import { countedCalls } from "@today/db/call-count";
import { readActivePeople, readNewcomers, readStalestPeople } from "@today/db/directory";
import { readOpenDays } from "@today/db/over-day";
import { startedSince, stoppedByQuota } from "@today/db/sync-run";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";
import { isDayPullDue } from "./day-cadence.ts";
import { planDay, planNight, planRange } from "./pull/work.ts";

/** A pull to begin; only `punches` has a range, both dates included. */
export type RunWish =
  | { readonly kind: "punches"; readonly from: WorkDate; readonly to: WorkDate }
  | { readonly kind: "night" | "day" | "directory" | "shared" };

/** A run as it will be kept. */
export interface RunPlan {
  readonly id: string;
  readonly works: readonly object[];
  readonly from: WorkDate | null;
  readonly to: WorkDate | null;
}

const halfHourMs = 30 * minuteMs;
const sharedPeople = 50;

/** The batches of a run; null when it may not begin, because of the month's calls or because one has just begun. */
export async function planRun(ctx: Context, wish: RunWish): Promise<RunPlan | null> {
  if (wish.kind === "punches") return planPunches(ctx, wish);
  if (wish.kind === "night") return planTheNight(ctx);
  if (wish.kind === "day") return planToday(ctx);
  if (wish.kind === "shared") return planShared(ctx);
  return { id: `directory-${Math.floor(ctx.now / halfHourMs)}`, works: [{}], from: null, to: null };
}

async function planPunches(ctx: Context, { from, to }: { from: WorkDate; to: WorkDate }): Promise<RunPlan> {
  const { db, company, now } = ctx;
  const people = await readActivePeople(db, company.id);
  const works = planRange({ people, now, zone: company.zone }, { from, to });
  return { id: `punches-${crypto.randomUUID()}`, works, from, to };
}

async function planTheNight(ctx: Context): Promise<RunPlan> {
  const { db, company, now } = ctx;
  const today = todayOf(ctx);
  const from = addDays(today, -7);
  const people = await readActivePeople(db, company.id);
  const extras = {
    newcomers: await readNewcomers(db, company.id),
    openDays: await readOpenDays(db, company.id, { from, to: addDays(today, -2) }),
  };
  return { id: `night-${today}`, works: planNight({ people, now, zone: company.zone }, extras), from, to: today };
}

async function planToday(ctx: Context): Promise<RunPlan | null> {
  const { db, company, now } = ctx;
  const people = await readActivePeople(db, company.id);
  const used = await usedCalls(ctx);
  const due = isDayPullDue({ monthlyCalls: company.monthlyCalls, used, people: people.length }, now);
  if (!due || (await isOutOfCalls(ctx, used))) return null;
  const today = todayOf(ctx);
  const works = planDay({ people, now, zone: company.zone });
  return { id: `day-${Math.floor(now / halfHourMs)}`, works, from: today, to: today };
}

async function planShared(ctx: Context): Promise<RunPlan | null> {
  const { db, company, now, actor } = ctx;
  const lately = { kind: "shared", at: now - minuteMs + 1 } as const;
  if (await startedSince(db, company.id, lately)) return null;
  if (await isOutOfCalls(ctx, await usedCalls(ctx))) return null;
  const people = await readStalestPeople(db, company.id, { first: actor.id, limit: sharedPeople });
  const today = todayOf(ctx);
  const works = planDay({ people, now, zone: company.zone });
  return { id: `shared-${Math.floor(now / minuteMs)}`, works, from: today, to: today };
}

function usedCalls(ctx: Context): Promise<number> {
  return countedCalls(ctx.db, ctx.company.id, todayOf(ctx).slice(0, 7));
}

/** Only the night still tries when DingTalk has said that the calls are used up: they may have been bought since. */
async function isOutOfCalls(ctx: Context, used: number): Promise<boolean> {
  const { db, company } = ctx;
  const month = instantAt(`${todayOf(ctx).slice(0, 7)}-01`, 0, company.zone);
  return used >= company.monthlyCalls || (await stoppedByQuota(db, company.id, month));
}
