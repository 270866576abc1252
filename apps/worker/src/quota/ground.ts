import type { Load, NightExtras } from "@today/core/call-cost";
import type { ExpectedShift } from "@today/core/punch-habit";
import { nightAt } from "@today/core/quota-night";
import { addDays, dayRange, type WorkDate } from "@today/core/time/date";
import { type Instant, minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { instantAt, minuteOf } from "@today/core/time/zone";
import { countActivePeople, readNewcomers } from "@today/db/directory";
import { readOpenDays } from "@today/db/over-day";
import { countLeavesAHundred } from "@today/db/quota-use";
import { readShiftGroups } from "@today/db/shift-group";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { type ExpectedClose, readClose } from "./close.ts";
import { expectedShifts, type KnownShift, withNightShifts } from "./expected-shift.ts";
import { loadsOfKinds } from "./load.ts";
import { readWorkdays } from "./workdays.ts";

/** What a plan stands on and what costs many rows to find out: kept with the plan, and found out anew when it has become old. */
export interface Ground {
  readonly date: WorkDate;
  readonly madeAt: Instant;
  readonly people: number;
  /** Today's, with what yesterday's night shifts still have to do. */
  readonly shifts: readonly KnownShift[];
  /** Of a usual workday. */
  readonly usual: readonly ExpectedShift[];
  /** After today, until the month ends. */
  readonly workdays: readonly WorkDate[];
  readonly extras: NightExtras;
  readonly load: Omit<Load, "people" | "points">;
  readonly close: ExpectedClose | null;
}

const dayMs = minutesPerDay * minuteMs;
const shiftsHoldMs = 120 * minuteMs;
/** Schedules are known from yesterday to five days ahead. */
const knownAhead = 5;
/** A company's newcomers bring no more shifts of their own at once. */
const mostNewShifts = 8;

/** The ground of now: the day's part holds until midnight or the night's pull, the shifts for two hours. */
export async function groundOf(ctx: Context, before: Ground | null): Promise<Ground> {
  const today = todayOf(ctx);
  const night = instantAt(today, nightAt, ctx.company.zone);
  const isOfToday = before?.date === today && (before.madeAt > night || ctx.now < night);
  const day = before !== null && isOfToday ? before : await dayPart(ctx, today);
  if (before !== null && isOfToday && ctx.now - before.madeAt < shiftsHoldMs) return before;
  const isWorked = (await readWorkdays(ctx, { from: today, to: today }, [])).length > 0;
  const groups = await readShiftGroups(ctx.db, ctx.company.id, [addDays(today, -1), today]);
  const ofDate = (date: WorkDate) => groups.filter((group) => group.date === date);
  const shifts = withNightShifts(
    expectedShifts(ofDate(today), isWorked),
    expectedShifts(ofDate(addDays(today, -1)), false),
  );
  return { ...day, shifts, madeAt: ctx.now };
}

async function dayPart(ctx: Context, today: WorkDate): Promise<Ground> {
  const { db, company, now } = ctx;
  const dates = dayRange(addDays(today, -1), addDays(today, knownAhead));
  const groups = await readShiftGroups(db, company.id, dates);
  const days = dates.map((date) => {
    const shifts = expectedShifts(
      groups.filter((group) => group.date === date),
      false,
    );
    return { date, shifts, people: shifts.reduce((sum, { people }) => sum + people, 0) };
  });
  const busiest = days.toSorted((a, b) => b.people - a.people)[0];
  const people = await countActivePeople(db, company.id);
  const isKnown = busiest !== undefined && busiest.people > 0;
  const worked = isKnown ? days.filter((day) => day.people * 3 >= busiest.people).map(({ date }) => date) : [];
  const week = { from: now - 7 * dayMs, to: now + 30 * dayMs };
  return {
    ...{ date: today, madeAt: now, people, shifts: [] },
    usual: isKnown ? busiest.shifts : [{ people, punches: [] }],
    workdays: await readWorkdays(ctx, { from: addDays(today, 1), to: lastOfMonth(today) }, worked),
    extras: await extrasOf(ctx, today),
    load: { leavesAHundred: await countLeavesAHundred(db, company.id, week), ...(await loadsOfKinds(ctx)) },
    close: await readClose(ctx),
  };
}

async function extrasOf({ db, company }: Context, today: WorkDate): Promise<NightExtras> {
  const newcomers = (await readNewcomers(db, company.id)).length;
  const openDays = await readOpenDays(db, company.id, { from: addDays(today, -7), to: addDays(today, -2) });
  return {
    newcomers,
    openDays: openDays.map(({ people }) => people.length),
    unknownShifts: Math.min(newcomers, mostNewShifts),
  };
}

/** `2026-09-30` of any date in September. */
export function lastOfMonth(date: WorkDate): WorkDate {
  const [year = 0, month = 0] = date.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/** The minute of the day that it is. */
export function minuteNow(ctx: Context): number {
  return minuteOf(ctx.now, todayOf(ctx), ctx.company.zone);
}
