import type { Instant } from "@today/core/time/minutes";

const DAY = 86_400_000;

export interface Batch {
  readonly path: string;
  readonly userIds: readonly string[];
  /** The most people DingTalk takes in one call. */
  readonly most: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly mostDays: number;
}

/** Refuses what DingTalk would refuse, before a counted call is spent on it; throws a `RangeError`. */
export function checkBatch({ path, userIds, most, from, to, mostDays }: Batch): void {
  if (userIds.length < 1 || userIds.length > most) {
    throw new RangeError(`${path} takes 1 to ${most} people, not ${userIds.length}`);
  }
  if (!(from <= to && to - from <= mostDays * DAY)) {
    throw new RangeError(`${path} takes a span of at most ${mostDays} days, not ${(to - from) / DAY}`);
  }
}
