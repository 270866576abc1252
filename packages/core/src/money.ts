import type { WorkDate } from "./time/date.ts";
import type { Minutes } from "./time/minutes.ts";

/** Whole fen: 12345 is ¥123.45. */
export type Fen = number;

/** What an hour costs from a date on. */
export interface Rate {
  readonly from: WorkDate;
  readonly fenPerHour: Fen;
}

/** The rate that holds on a date; null before the first. */
export function rateOn(rates: readonly Rate[], date: WorkDate): Rate | null {
  let found: Rate | null = null;
  for (const rate of rates) {
    if (rate.from <= date && (found === null || rate.from > found.from)) found = rate;
  }
  return found;
}

/**
 * The cost of one allocation at a percentage of the rate, rounded once, a half fen up: 1 minute at 30 fen an hour is 1 fen,
 * 60 minutes at 8000 fen and 150 % are 12000. Minutes taken back (below 0) cost exactly what they cost when they were given.
 */
export function amountOf(minutes: Minutes, fenPerHour: Fen, percent = 100): Fen {
  if (minutes < 0) return 0 - amountOf(-minutes, fenPerHour, percent);
  return Math.floor((minutes * fenPerHour * percent + 3000) / 6000);
}
