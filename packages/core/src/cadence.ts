import type { Batches } from "./call-cost.ts";
import { callsOfPull, type DayPull, orderPulls, peopleOf } from "./day-pull.ts";
import { callsOfCollecting, type ExpectedShift } from "./punch-habit.ts";
import type { DayTiers, Tier } from "./quota-ladder.ts";
import type { Minutes } from "./time/minutes.ts";

/** A way to pull by day: the first so many pulls of the day's order, and how often pushed punches are collected. */
export interface Cadence {
  readonly pulls: number;
  readonly collectEvery: Minutes | null;
  readonly tier: Tier;
}

/** A day whose pulls are to be chosen; `orderPulls` gives the order. */
export interface PullDay {
  readonly shifts: readonly ExpectedShift[];
  readonly order: readonly DayPull[];
}

/** How far a day has come; `lastPull` is the minute of the last pull of today's punches, null before the first. */
export interface DayProgress {
  readonly now: Minutes;
  readonly lastPull: Minutes | null;
}

/** A pull that is still to be made today. */
export interface DuePull extends DayPull {
  readonly people: number;
  readonly calls: number;
}

/** Each is made of some of the next, so that a faster cadence is never later for anybody. */
const collecting = [
  { collectEvery: 60, tier: 3 },
  { collectEvery: 30, tier: 3 },
  { collectEvery: 10, tier: 3 },
  { collectEvery: 5, tier: 4 },
  { collectEvery: 1, tier: 4 },
] as const;

/** A day with its pulls in order. */
export function pullDay(shifts: readonly ExpectedShift[]): PullDay {
  return { shifts, order: orderPulls(shifts) };
}

/** The cadences a day can have, each including the one before; with pushed punches their collection takes the place of even pulls. */
export function cadencesOf({ order }: PullDay, collects: boolean): readonly Cadence[] {
  const cadences = order.map((pull, index) => ({ pulls: index + 1, collectEvery: null, tier: tierOf(pull) }));
  if (!collects) return cadences;
  const expected = cadences.filter(({ tier }) => tier < 3);
  return [...expected, ...collecting.map((one) => ({ pulls: expected.length, ...one }))];
}

/** The days that are to be paid: what is left of today, and so many days to come. */
export interface DaysToPay {
  readonly today: PullDay;
  readonly progress: DayProgress;
  readonly coming: PullDay;
  readonly workdays: number;
}

/** What each cadence costs until the month ends. */
export function costsOf(cadences: readonly Cadence[], days: DaysToPay, batches: Batches): DayTiers {
  const { today, progress, coming, workdays } = days;
  const left = costsOfDay(cadences, today, { progress, batches });
  const whole = costsOfDay(cadences, coming, { progress: { now: -1, lastPull: null }, batches });
  const costs = cadences.map((_, index) => (left[index] ?? 0) + workdays * (whole[index] ?? 0));
  return { costs, tiers: cadences.map(({ tier }) => tier) };
}

/** The pulls left of a day in time order; those that were missed become one at once, for all their shifts. */
export function pullsLeft(
  day: PullDay,
  cadence: Cadence,
  { now, lastPull }: DayProgress,
  batches: Batches,
): readonly DuePull[] {
  const chosen = day.order.slice(0, cadence.pulls).filter(({ at }) => at > (lastPull ?? -1));
  const missed = chosen.filter(({ at }) => at <= now);
  const coming = chosen.filter(({ at }) => at > now);
  const shifts = [...new Set(missed.flatMap((pull) => pull.shifts))];
  const first = missed[0];
  const atOnce: DayPull[] = first === undefined ? [] : [{ ...first, at: now, shifts }];
  return [...atOnce, ...coming.toSorted((a, b) => a.at - b.at)].map((pull) => ({
    ...pull,
    people: peopleOf(pull.shifts, day.shifts),
    calls: callsOfPull(pull.shifts, day.shifts, batches),
  }));
}

/** The longest time between two pulls of a day; null with fewer than two. */
export function longestWait(day: PullDay, cadence: Cadence): Minutes | null {
  if (cadence.collectEvery !== null) return cadence.collectEvery;
  const minutes = day.order
    .slice(0, cadence.pulls)
    .map(({ at }) => at)
    .toSorted((a, b) => a - b);
  if (minutes.length < 2) return null;
  return Math.max(...minutes.slice(1).map((at, index) => at - (minutes[index] ?? at)));
}

/** What the rest of a day costs in each cadence. */
function costsOfDay(
  cadences: readonly Cadence[],
  day: PullDay,
  { progress, batches }: { readonly progress: DayProgress; readonly batches: Batches },
): readonly number[] {
  const ofPulls = costsOfPulls(day, progress, batches);
  const peopleACall = batches.recordPeople;
  return cadences.map(({ pulls, collectEvery: every }) => {
    const calls = ofPulls[Math.min(pulls, day.order.length)] ?? 0;
    if (every === null) return calls;
    return calls + callsOfCollecting(day.shifts, { every, peopleACall, after: progress.now });
  });
}

/** What the first so many pulls of a day still cost. */
function costsOfPulls({ order, shifts }: PullDay, { now, lastPull }: DayProgress, batches: Batches): readonly number[] {
  const missed = new Set<number>();
  let coming = 0;
  return [
    0,
    ...order.map((pull) => {
      if (pull.at > now) coming += callsOfPull(pull.shifts, shifts, batches);
      else if (pull.at > (lastPull ?? -1)) for (const shift of pull.shifts) missed.add(shift);
      return coming + callsOfPull([...missed], shifts, batches);
    }),
  ];
}

function tierOf({ cause, gap }: DayPull): Tier {
  if (cause === "start" || cause === "end") return 1;
  if (gap === null) return 2;
  return gap > 120 ? 3 : 4;
}
