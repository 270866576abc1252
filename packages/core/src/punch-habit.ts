import { causeOf, type ExpectedShift, onTheClock } from "./day-pull.ts";
import { type Minutes, minutesPerDay } from "./time/minutes.ts";

/** How much weight a punch has in all, spread over the minutes around the one at which it is due. */
export const habitWeight = 480;

const habits = {
  start: [{ from: -20, to: 10, weight: 16 }],
  middle: [{ from: -10, to: 10, weight: 24 }],
  end: [
    { from: 0, to: 10, weight: 36 },
    { from: 10, to: 130, weight: 1 },
  ],
};

/**
 * When the people of a shift punch: the weight of each minute of the clock, `habitWeight` for each punch due. People come in the 20
 * minutes before a start and the 10 after it; three quarters leave within 10 minutes of the end, the others in two hours more.
 */
export function punchHabit({ punches }: ExpectedShift): readonly number[] {
  const weights = new Array<number>(minutesPerDay).fill(0);
  for (const [index, at] of punches.entries()) {
    for (const { from, to, weight } of habits[causeOf(index, punches)]) {
      for (let minute = at + from; minute < at + to; minute++) {
        const place = onTheClock(minute);
        weights[place] = (weights[place] ?? 0) + weight;
      }
    }
  }
  return weights;
}

/** Everybody's punches of a day, minute by minute, in parts of `habitWeight`. */
function punchesByMinute(shifts: readonly ExpectedShift[]): readonly number[] {
  const sum = new Array<number>(minutesPerDay).fill(0);
  for (const shift of shifts) {
    for (const [minute, weight] of punchHabit(shift).entries())
      sum[minute] = (sum[minute] ?? 0) + weight * shift.people;
  }
  return sum;
}

/**
 * The calls of a day on which pushed punches are collected for so many minutes and then pulled together, after a minute: at least
 * one for every collection that is not empty, never more than one for each punch.
 */
export function callsOfCollecting(
  shifts: readonly ExpectedShift[],
  { every, peopleACall, after }: { readonly every: Minutes; readonly peopleACall: number; readonly after: Minutes },
): number {
  const punches = punchesByMinute(shifts);
  let calls = 0;
  for (let at = every; at <= minutesPerDay; at += every) {
    if (at <= after) continue;
    let weight = 0;
    for (let minute = at - every + 1; minute <= at; minute++) weight += punches[onTheClock(minute)] ?? 0;
    calls += Math.ceil(weight / (habitWeight * peopleACall));
  }
  return Math.min(calls, punchesADay(shifts));
}

/** How many punches are due on a day. */
export function punchesADay(shifts: readonly ExpectedShift[]): number {
  return shifts.reduce((sum, { people, punches }) => sum + people * punches.length, 0);
}
