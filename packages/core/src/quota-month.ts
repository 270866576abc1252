import { dingtalkBatches, type Load } from "./call-cost.ts";
import type { DayPull } from "./day-pull.ts";
import { type Freshness, freshnessOfWaits, waitsOfDay } from "./pull-freshness.ts";
import { callsOfCollecting, type ExpectedShift, punchesADay } from "./punch-habit.ts";
import { nightAt } from "./quota-night.ts";
import { planCalls, type QuotaPlan } from "./quota-plan.ts";
import type { QuotaState } from "./quota-state.ts";
import { dayRange, type WorkDate, weekdayOf } from "./time/date.ts";
import { type Minutes, minutesPerDay } from "./time/minutes.ts";

/** A month to be lived through on the planner: Mondays to Fridays are workdays. */
export interface QuotaMonth {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly monthlyCalls: number;
  readonly monthlyPushes: number;
  readonly people: number;
  readonly shifts: readonly ExpectedShift[];
  readonly load: Omit<Load, "people" | "points">;
  readonly eventsOn: boolean;
  readonly closeOn: WorkDate | null;
}

/** What the month came to. */
export interface MonthReached {
  readonly used: number;
  readonly nights: number;
  readonly pulls: number;
  readonly shared: number;
  /** Over all punches of the month, without what shared pulls bring sooner. */
  readonly freshness: Freshness | null;
  /** Workdays of which some punches were not seen this month. */
  readonly unseen: number;
  readonly firstPlan: QuotaPlan;
}

interface Running {
  used: number;
  pushes: number;
  nights: number;
  pulls: number;
  shared: number;
  unseen: number;
  readonly waits: number[];
}

/** The planner is asked, and somebody opens the app, this often. */
const askEvery: Minutes = 60;
const openFrom: Minutes = 490;
const openTo: Minutes = 1360;

/** Lives through a month: every night, pull and close that the planner plans is made, and the app is opened all day long. */
export function simulateMonth(month: QuotaMonth): MonthReached {
  const running: Running = { used: 0, pushes: 0, nights: 0, pulls: 0, shared: 0, unseen: 0, waits: [] };
  const firstPlan = planCalls(stateOf(month, running, { today: month.first, now: 0, lastPull: null }));
  for (const today of dayRange(month.first, month.last)) liveDay(month, running, today);
  const { used, nights, pulls, shared, unseen, waits } = running;
  return { used, nights, pulls, shared, unseen, freshness: freshnessOfWaits(waits), firstPlan };
}

/** The state at a minute of a day. */
function stateOf(
  month: QuotaMonth,
  { used, pushes }: Pick<Running, "used" | "pushes">,
  time: { readonly today: WorkDate; readonly now: Minutes; readonly lastPull: Minutes | null },
): QuotaState {
  const workdays = dayRange(time.today, month.last).slice(1).filter(isWorked).length;
  return {
    ...{ monthlyCalls: month.monthlyCalls, used, pushes: { monthly: month.monthlyPushes, used: pushes } },
    ...{ people: month.people, load: month.load, batches: dingtalkBatches },
    shifts: isWorked(time.today) ? month.shifts : [],
    coming: { workdays, shifts: month.shifts },
    ...time,
    lastDay: month.last,
    isNightDone: time.now > nightAt,
    ...{ eventsOn: month.eventsOn, closeOn: month.closeOn, refusedByDingTalk: null },
    extras: { newcomers: 0, openDays: [], unknownShifts: 0 },
  };
}

function liveDay(month: QuotaMonth, running: Running, today: WorkDate): void {
  const { night, close, days } = planCalls(stateOf(month, running, { today, now: nightAt, lastPull: null }));
  const collectEvery = isWorked(today) ? days.collectEvery : null;
  running.used += Object.values(night.calls).reduce((sum, calls) => sum + calls, 0);
  running.nights += Number(night.calls.records > 0 || month.people === 0);
  if (month.closeOn === today && close !== null) running.used += close.records + close.results + close.columns;
  if (collectEvery !== null) {
    running.used += callsOfCollecting(month.shifts, {
      every: collectEvery,
      peopleACall: dingtalkBatches.recordPeople,
      after: nightAt,
    });
  }
  const pulls = liveHours({ ...month, closeOn: month.closeOn === today ? null : month.closeOn }, running, {
    today,
    collectEvery,
  });
  if (!isWorked(today)) return;
  if (month.eventsOn) running.pushes += punchesADay(month.shifts);
  const waits = waitsOfDay({ shifts: month.shifts, pulls, collectEvery, nightAt, rounds: Math.min(night.rounds, 31) });
  if (waits === null) running.unseen += 1;
  for (const [wait, weight] of (waits ?? []).entries())
    running.waits[wait] = (running.waits[wait] ?? 0) + (weight ?? 0);
}

/** The hours of a day after its night; gives the pulls that were made. */
function liveHours(
  month: QuotaMonth,
  running: Running,
  { today, collectEvery }: { readonly today: WorkDate; readonly collectEvery: Minutes | null },
): readonly DayPull[] {
  const made: DayPull[] = [];
  let lastShared = 0;
  for (let now = nightAt + 1; now < minutesPerDay; now += askEvery) {
    // What collecting pushed punches costs was counted when the day began.
    const eventsOn = collectEvery !== null;
    const { days, shared } = planCalls(stateOf({ ...month, eventsOn }, running, { today, now, lastPull: now - 1 }));
    for (const pull of days.today.filter(({ at }) => at < now + askEvery)) {
      made.push(pull);
      running.used += pull.calls;
      running.pulls += 1;
    }
    if (shared === null || shared.mostToday === 0 || now < openFrom || now >= openTo) continue;
    if (now - lastShared < shared.minutesBetween) continue;
    running.used += 1;
    running.shared += 1;
    lastShared = now;
  }
  return made;
}

function isWorked(date: WorkDate): boolean {
  return weekdayOf(date) < 6;
}
