import { type Minutes, minutesPerDay } from "./time/minutes.ts";

/** The punches due to people of one shift, in time order; past midnight above 1440. A free shift has none. */
export interface ExpectedShift {
  readonly people: number;
  readonly punches: readonly Minutes[];
}

/** How much weight a punch has in all, spread over the minutes around the one at which it is due. */
const habitWeight = 480;

const habits = {
  start: [{ from: -20, to: 10, weight: 16 }],
  middle: [{ from: -10, to: 10, weight: 24 }],
  end: [
    { from: 0, to: 10, weight: 36 },
    { from: 10, to: 130, weight: 1 },
  ],
};

/** A minute of the clock at which people punch, and how much of their punches. */
export interface HabitMinute {
  readonly minute: Minutes;
  readonly weight: number;
}

/**
 * When the people of a shift punch, `habitWeight` for each punch due. People come in the 20 minutes before a start and the 10 after
 * it; three quarters leave within 10 minutes of the end, the others in two hours more.
 */
export function punchHabit({ punches }: ExpectedShift): readonly HabitMinute[] {
  return punches.flatMap((at, index) =>
    habits[causeOf(index, punches)].flatMap(({ from, to, weight }) =>
      Array.from({ length: to - from }, (_, step) => ({ minute: onTheClock(at + from + step), weight })),
    ),
  );
}

/**
 * The calls of a day on which pushed punches are collected for so many minutes and then pulled together, after a minute: at least
 * one for every collection that is not empty, never more than one for each punch.
 */
export function callsOfCollecting(
  shifts: readonly ExpectedShift[],
  { every, peopleACall, after }: { readonly every: Minutes; readonly peopleACall: number; readonly after: Minutes },
): number {
  const collections = new Map<Minutes, number>();
  for (const shift of shifts) {
    for (const { minute, weight } of punchHabit(shift)) {
      const at = Math.ceil((minute === 0 ? minutesPerDay : minute) / every) * every;
      if (at > after) collections.set(at, (collections.get(at) ?? 0) + weight * shift.people);
    }
  }
  let calls = 0;
  for (const weight of collections.values()) calls += Math.ceil(weight / (habitWeight * peopleACall));
  return Math.min(calls, punchesADay(shifts));
}

/** How many punches are due on a day. */
export function punchesADay(shifts: readonly ExpectedShift[]): number {
  return shifts.reduce((sum, { people, punches }) => sum + people * punches.length, 0);
}

/** Where a punch of a shift stands: its first is the start, its last the end. */
export function causeOf(index: number, punches: readonly Minutes[]): "start" | "end" | "middle" {
  if (index === 0) return "start";
  return index === punches.length - 1 ? "end" : "middle";
}

/** The place on the clock of a minute that may lie on another day: 1800 is 360. */
export function onTheClock(minute: Minutes): Minutes {
  return ((minute % minutesPerDay) + minutesPerDay) % minutesPerDay;
}
