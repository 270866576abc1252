import { type Day, MINUTE } from "../company/beijing.ts";
import { instantOf, type Shift } from "../company/shift.ts";

/** How many minutes of a day's shift, without its rest, lie within a time. */
export function sharedMinutes(day: Day, shift: Shift, { start, end }: { start: number; end: number }): number {
  const within = (from: number, to: number) =>
    Math.max(0, Math.min(end, instantOf(day, to)) - Math.max(start, instantOf(day, from))) / MINUTE;
  const worked = pairsOf(shift).reduce((total, [from, to]) => total + within(from, to), 0);
  return worked - (shift.rest ? within(shift.rest.start, shift.rest.end) : 0);
}

/** From when to when its sections go, in minutes of the work date. */
export function pairsOf({ points }: Shift): [number, number][] {
  return Array.from({ length: points.length / 2 }, (_, index) => [
    points[index * 2]?.minute ?? 0,
    points[index * 2 + 1]?.minute ?? 0,
  ]);
}
