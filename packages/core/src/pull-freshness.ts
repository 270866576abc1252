import type { DayPull } from "./day-pull.ts";
import { type ExpectedShift, punchHabit } from "./punch-habit.ts";
import { type Minutes, minutesPerDay } from "./time/minutes.ts";

/** Minutes from a punch to visible hours, for the middle one and for 95 of 100. */
export interface Freshness {
  readonly median: Minutes;
  readonly p95: Minutes;
}

/** What brings punches on a day: pulls, collections of pushed punches, and the night that takes `rounds` nights for everybody. */
export interface DayOfPulls {
  readonly shifts: readonly ExpectedShift[];
  readonly pulls: readonly DayPull[];
  readonly collectEvery: Minutes | null;
  readonly nightAt: Minutes;
  /** 0 where no night is left. */
  readonly rounds: number;
}

/** How long it takes from the pull to settled hours. */
const settlingTime: Minutes = 1;

/** How fresh the hours of a day are when people punch by habit; null where nobody is expected or nothing brings the punches. */
export function freshnessOf(day: DayOfPulls): Freshness | null {
  return freshnessOfWaits(waitsOfDay(day) ?? []);
}

/** How many punches, in parts, wait how many minutes to be visible; null where some are never brought. */
export function waitsOfDay(day: DayOfPulls): readonly number[] | null {
  const waits: number[] = [];
  for (const [index, shift] of day.shifts.entries()) {
    const waiting = waitsForPull(day, index);
    for (const { minute, weight } of shift.people === 0 ? [] : punchHabit(shift)) {
      const forPull = waiting[minute] ?? Number.POSITIVE_INFINITY;
      const forNight = (day.nightAt - minute + minutesPerDay) % minutesPerDay;
      if (day.rounds === 0 && forPull === Number.POSITIVE_INFINITY) return null;
      // A person whose turn comes two nights later waits that long, unless a pull comes first.
      for (let round = 0; round < Math.max(1, day.rounds); round++) {
        const forTurn = day.rounds === 0 ? forPull : forNight + round * minutesPerDay;
        const wait = Math.min(forPull, forTurn) + settlingTime;
        waits[wait] = (waits[wait] ?? 0) + weight * shift.people;
      }
    }
  }
  return waits;
}

/** The median and p95 of waits, of which `waits[7]` says how many took 7 minutes; null without any. */
export function freshnessOfWaits(waits: readonly (number | undefined)[]): Freshness | null {
  const total = waits.reduce<number>((sum, weight) => sum + (weight ?? 0), 0);
  if (total === 0) return null;
  const within = (hundredths: number) => {
    let sum = 0;
    return waits.findIndex((weight) => {
      sum += weight ?? 0;
      return sum * 100 >= total * hundredths;
    });
  };
  return { median: within(50), p95: within(95) };
}

/** Minutes from each minute of the clock to the next pull of a shift. */
function waitsForPull({ pulls, collectEvery }: DayOfPulls, shift: number): readonly Minutes[] {
  const comes = new Array<boolean>(minutesPerDay).fill(false);
  for (const pull of pulls) if (pull.shifts.includes(shift)) comes[pull.at] = true;
  if (collectEvery !== null) for (let at = 0; at < minutesPerDay; at += collectEvery) comes[at] = true;
  const waits = new Array<Minutes>(minutesPerDay).fill(Number.POSITIVE_INFINITY);
  let next = Number.POSITIVE_INFINITY;
  for (let minute = 2 * minutesPerDay - 1; minute >= 0; minute--) {
    const place = minute % minutesPerDay;
    if (comes[place]) next = minute;
    waits[place] = next - minute;
  }
  return waits;
}
