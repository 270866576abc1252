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

/** The cost of one allocation, a half fen rounded up: 1 minute at 30 fen an hour is 1 fen. */
export function amountOf(minutes: Minutes, fenPerHour: Fen): Fen {
  return Math.floor((minutes * fenPerHour + 30) / 60);
}
