import type { Minutes } from "@today/core/time/minutes";

/** Whole minutes as hours with two decimals: 50 is 0.83. A hundredth is 0.6 minutes, so it is off by at most 0.3 and `minutesOfHours` recovers every minute. */
export function hoursOf(minutes: Minutes): number {
  return Math.round((minutes * 100) / 60) / 100;
}

/** The whole minutes that hours stand for: 0.83 and 0.8333 are 50. */
export function minutesOfHours(hours: number): Minutes {
  return Math.round(hours * 60);
}
