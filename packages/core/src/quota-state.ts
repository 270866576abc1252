import { type Batches, callsOfExtras, type Load, type NightExtras } from "./call-cost.ts";
import { type ExpectedShift, onTheClock, punchesADay } from "./punch-habit.ts";
import type { MonthAhead } from "./quota-ladder.ts";
import { addDays, dayRange, type WorkDate, weekdayOf } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";

/** Where a month's calls stand and what they are needed for. */
export interface QuotaState {
  readonly monthlyCalls: number;
  /** Counted calls of ours since the month began. */
  readonly used: number;
  readonly pushes: { readonly monthly: number; readonly used: number };
  readonly people: number;
  /** Today's shifts. */
  readonly shifts: readonly ExpectedShift[];
  /** Workdays after today in this month, and the shifts of a usual one. */
  readonly coming: { readonly workdays: number; readonly shifts: readonly ExpectedShift[] };
  readonly today: WorkDate;
  readonly now: Minutes;
  readonly lastDay: WorkDate;
  /** Whether today's night, at 02:10, is over. */
  readonly isNightDone: boolean;
  /** The minute of the last pull of today's punches; null before the first. */
  readonly lastPull: Minutes | null;
  readonly eventsOn: boolean;
  /** The day of this month on which a period is closed; null without one, and once it is closed. */
  readonly closeOn: WorkDate | null;
  /** The day on which DingTalk last said that the calls are used up, and how many of them were ours. */
  readonly refusedByDingTalk: { readonly at: WorkDate; readonly count: number } | null;
  /** What there is beside people and their punches. */
  readonly load: Omit<Load, "people" | "points">;
  /** What the next night asks beside everybody's week; later nights are taken to ask as many results once more. */
  readonly extras: NightExtras;
  readonly batches: Batches;
}

/** Workdays of a month that has many. */
export const workdaysOfLongMonth = 23;

/** The nights, weeks and workdays that are left of a month. */
export function monthAhead(state: QuotaState): MonthAhead {
  const { today, lastDay, closeOn, coming, shifts, batches } = state;
  const load = loadOf(state);
  const nights = dayRange(nextNight(state), lastDay);
  return {
    nights: nights.length,
    weeks: nights.filter((date) => weekdayOf(date) === 1).length,
    workdays: coming.workdays,
    isWorkedToday: shifts.some(({ people }) => people > 0),
    closes: closeOn !== null && closeOn >= today && closeOn <= lastDay,
    load,
    extras: {
      next: callsOfExtras(state.extras, load, batches),
      later: callsOfExtras({ newcomers: 0, openDays: state.extras.openDays, unknownShifts: 0 }, load, batches),
    },
    batches,
  };
}

/** The date of the next night, which may be next month's first. */
export function nextNight({ today, isNightDone }: QuotaState): WorkDate {
  return isNightDone ? addDays(today, 1) : today;
}

/** A person's punches are taken to be as many as the busiest shift has. */
export function loadOf({ load, people, shifts, coming }: QuotaState): Load {
  return {
    ...load,
    people,
    points: Math.max(0, ...[...shifts, ...coming.shifts].map(({ punches }) => punches.length)),
  };
}

/**
 * Whether DingTalk's refusal still holds: it was this month, and no call has been counted since. More calls of ours than at the
 * refusal mean that some were bought.
 */
export function isRefused({ refusedByDingTalk, today, used }: QuotaState): boolean {
  if (refusedByDingTalk === null) return false;
  const { at, count } = refusedByDingTalk;
  return at.slice(0, 7) === today.slice(0, 7) && used <= count;
}

/** Whether the pushes carry every punch: of a whole month, and of what is left of it. */
export function pushesSuffice(state: QuotaState): boolean {
  const { pushes, people, shifts, coming, now } = state;
  const tooFewFrom = pushesTooFewFrom(state);
  if (tooFewFrom !== null && people >= tooFewFrom) return false;
  const ahead = shifts.map((shift) => ({ ...shift, punches: shift.punches.filter((at) => onTheClock(at) > now) }));
  return punchesADay(ahead) + coming.workdays * punchesADay(coming.shifts) <= pushes.monthly - pushes.used;
}

/** The number of people from which a month's pushes no longer carry every punch; null where nobody punches. */
export function pushesTooFewFrom({ pushes, people, coming }: QuotaState): number | null {
  const aMonth = workdaysOfLongMonth * punchesADay(coming.shifts);
  return aMonth === 0 ? null : Math.floor((pushes.monthly * people) / aMonth) + 1;
}
