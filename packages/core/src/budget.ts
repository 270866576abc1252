import { addDays, daysBetween, type WorkDate } from "./time/date.ts";

/** The percentages of a budget that are worth a word. */
export const budgetLevels = [50, 75, 90, 100] as const;

/** What is used of a budget above 0, in one unit (minutes or fen), and which levels were raised before. */
export interface BudgetUse {
  readonly used: number;
  readonly budget: number;
  readonly raised: readonly number[];
}

/** Levels reached and not raised yet, and raised levels that are not reached any more. */
export interface Crossed {
  readonly raise: readonly number[];
  readonly rearm: readonly number[];
}

/** What a project used week by week and what is left of its budget, in the same unit. */
export interface Spending {
  /** Used in each complete ISO week, oldest first. */
  readonly weeks: readonly number[];
  readonly remaining: number;
  readonly today: WorkDate;
  readonly plannedEnd: WorkDate | null;
}

/** The day a budget ends at the pace of the last four weeks; null where it does not within a hundred years. */
export interface BudgetForecast {
  /** Used a week on the mean of the last four, rounded down. */
  readonly weekly: number;
  readonly endsOn: WorkDate | null;
  /** At the pace of the fastest two neighbouring weeks. */
  readonly earliest: WorkDate | null;
  /** At the pace of the slowest two. */
  readonly latest: WorkDate | null;
  /** Days from the end of the budget to the planned end, below 0 when it lasts longer; null when either is not known. */
  readonly daysEarly: number | null;
}

const weeksLooked = 4;
const farthestDays = 36_500;

/** Compares what is used with each level, in whole numbers: half of 481 is reached at 241. */
export function crossed({ used, budget, raised }: BudgetUse): Crossed {
  const isReached = (level: number) => used * 100 >= level * budget;
  return {
    raise: budgetLevels.filter((level) => isReached(level) && !raised.includes(level)),
    rearm: raised.filter((level) => !isReached(level)),
  };
}

/** When a budget ends: today once nothing remains, otherwise null with fewer than four complete weeks to go by. */
export function forecastBudget({ weeks, remaining, today, plannedEnd }: Spending): BudgetForecast | null {
  const last = weeks.slice(-weeksLooked);
  const used = last.reduce((sum, week) => sum + week, 0);
  const weekly = Math.floor(used / Math.max(1, last.length));
  const early = (end: WorkDate | null) => (end === null || plannedEnd === null ? null : daysBetween(end, plannedEnd));
  if (remaining <= 0) return { weekly, endsOn: today, earliest: today, latest: today, daysEarly: early(today) };
  if (last.length < weeksLooked) return null;
  const pairs = last.slice(1).map((week, index) => week + (last[index] ?? 0));
  const endAt = (pace: number, inWeeks: number) => addUpTo(today, Math.ceil((remaining * inWeeks * 7) / pace));
  const endsOn = endAt(used, weeksLooked);
  const [earliest, latest] = [endAt(Math.max(...pairs), 2), endAt(Math.min(...pairs), 2)];
  return { weekly, endsOn, earliest, latest, daysEarly: early(endsOn) };
}

function addUpTo(date: WorkDate, days: number): WorkDate | null {
  return days > 0 && days <= farthestDays ? addDays(date, days) : null;
}
