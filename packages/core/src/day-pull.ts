import { type Batches, recordCalls } from "./call-cost.ts";
import { causeOf, type ExpectedShift, onTheClock, punchHabit } from "./punch-habit.ts";
import type { Interval } from "./time/interval.ts";
import { type Minutes, minutesPerDay } from "./time/minutes.ts";

/** Why a pull is made when it is: soon after shifts start, end or pause, once the late have left, or evenly between. */
export type PullCause = "start" | "end" | "middle" | "late" | "even";

/** A pull of today's punches of some shifts, by their places in the list of shifts. */
export interface DayPull {
  readonly at: Minutes;
  readonly cause: PullCause;
  readonly shifts: readonly number[];
  /** How long the gap is that it halves, four times so long if people punch in its first half; null where it follows expected punches. */
  readonly gap: Minutes | null;
}

/** Pulls are begun at 00:02, 00:07, … 23:57: never on the full hour, when everybody asks DingTalk. */
const tick = { first: 2, every: 5 } as const;
const lastTick: Minutes = minutesPerDay - tick.every + tick.first;
/** How long after an expected punch a pull is made. */
const pullDelay: Minutes = 10;
/** How long after a shift's end people still leave. */
const lateLeaving: Minutes = 130;
const together: Minutes = 10;
/** How near pulls lie where people punch, where those punch of whom nothing is expected, and where nobody does. */
const finestGap = { punching: 5, free: 10, quiet: 30 } as const;
const punchingCounts = 4;
const earlyArrival: Minutes = 20;
/** Where nothing is expected but people work, pulls lie between 08:12 and 22:42. */
const freeDay = { from: 492, to: 1362 };

/**
 * The pulls of a day, the most useful first: after starts, after ends, after the punches between, when the late have left, then
 * always in the middle of the longest gap, at the times at which pulls are begun; a gap in whose first half people punch counts four times. They go down to 5
 * minutes there, and to 30 where nobody punches. A cadence
 * is the first so many of them.
 */
export function orderPulls(shifts: readonly ExpectedShift[]): readonly DayPull[] {
  const busy = shifts.map((_, index) => index).filter((index) => (shifts[index]?.people ?? 0) > 0);
  if (busy.length === 0) return [];
  const { from, to } = spanOf(busy.flatMap((index) => shifts[index]?.punches ?? []));
  const pulls: DayPull[] = [
    ...firstPulls(shifts),
    ...expectedPulls(shifts, "middle"),
    { at: to, cause: "late", shifts: busy, gap: null },
  ];
  const taken = [from, ...pulls.map(({ at }) => at).filter((at) => at > from)].toSorted((a, b) => a - b);
  const isFree = busy.some((index) => shifts[index]?.punches.length === 0);
  const habit = { punching: punchingMinutes(shifts), quietGap: isFree ? finestGap.free : finestGap.quiet };
  const halves = taken.flatMap((end, index) => halvings({ start: taken[index - 1] ?? end, end }, habit));
  const longestFirst = halves.toSorted((a, b) => b.gap - a.gap || b.at - a.at);
  return [...pulls, ...longestFirst.map((half) => ({ ...half, cause: "even" as const, shifts: busy }))];
}

/** The pulls of a day that matter most: soon after starts, then soon after ends. */
export function firstPulls(shifts: readonly ExpectedShift[]): readonly DayPull[] {
  return [...expectedPulls(shifts, "start"), ...expectedPulls(shifts, "end")];
}

/** The calls of a pull: 51 people of its shifts cost 2. */
export function callsOfPull(pulled: readonly number[], shifts: readonly ExpectedShift[], batches: Batches): number {
  return recordCalls(peopleOf(pulled, shifts), batches);
}

/** How many people some shifts have. */
export function peopleOf(pulled: readonly number[], shifts: readonly ExpectedShift[]): number {
  return pulled.reduce((sum, index) => sum + (shifts[index]?.people ?? 0), 0);
}

function expectedPulls(shifts: readonly ExpectedShift[], cause: "start" | "end" | "middle"): DayPull[] {
  const due = shifts
    .flatMap(({ people, punches }, shift) =>
      punches.map((at, index) => ({
        at: onTheClock(at),
        shift,
        fits: people > 0 && causeOf(index, punches) === cause,
      })),
    )
    .filter(({ fits }) => fits)
    .toSorted((a, b) => a.at - b.at);
  const groups: { first: Minutes; last: Minutes; shifts: Set<number> }[] = [];
  for (const { at, shift } of due) {
    const group = groups.at(-1);
    if (group !== undefined && at - group.first <= together) {
      group.last = at;
      group.shifts.add(shift);
    } else groups.push({ first: at, last: at, shifts: new Set([shift]) });
  }
  return groups
    .map(({ last, shifts: of }) => ({
      at: onTheTick(onTheClock(last + pullDelay)),
      cause,
      shifts: [...of],
      gap: null,
    }))
    .toSorted((a, b) => peopleOf(b.shifts, shifts) - peopleOf(a.shifts, shifts) || a.at - b.at);
}

function spanOf(punches: readonly Minutes[]): { readonly from: Minutes; readonly to: Minutes } {
  if (punches.length === 0) return freeDay;
  const clock = punches.map(onTheClock);
  const to = Math.min(Math.max(...clock) + lateLeaving, minutesPerDay - 1);
  return { from: Math.max(0, Math.min(...clock) - earlyArrival), to: onTheTick(to) };
}

/** How many minutes at which people punch there are up to each minute of the clock. */
interface Habit {
  readonly punching: readonly number[];
  readonly quietGap: Minutes;
}

interface Half {
  readonly at: Minutes;
  readonly gap: Minutes;
}

/** The middle of a gap, then the middles of its halves, and so on; each with the length of what it halves. */
function halvings({ start, end }: Interval, habit: Habit, halves: Half[] = []): readonly Half[] {
  const { punching, quietGap } = habit;
  const isDeserted = punching[start] === punching[end];
  if (end - start < 2 * (isDeserted ? quietGap : finestGap.punching)) return halves;
  const at = onTheTick(start + Math.floor((end - start) / 2));
  const isQuiet = punching[start] === punching[at];
  halves.push({ at, gap: (end - start) * (isQuiet ? 1 : punchingCounts) });
  halvings({ start, end: at }, habit, halves);
  return halvings({ start: at, end }, habit, halves);
}

/** How many minutes at which people punch there are up to each minute of the clock. */
function punchingMinutes(shifts: readonly ExpectedShift[]): readonly number[] {
  const minutes = new Set(
    shifts.flatMap((shift) => (shift.people > 0 ? punchHabit(shift).map(({ minute }) => minute) : [])),
  );
  let sum = 0;
  return Array.from({ length: minutesPerDay }, (_, minute) => {
    if (minutes.has(minute)) sum += 1;
    return sum;
  });
}

/** The next time at which pulls are begun. */
function onTheTick(minute: Minutes): Minutes {
  return Math.min(Math.ceil((minute - tick.first) / tick.every) * tick.every + tick.first, lastTick);
}
