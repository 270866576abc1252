import { type Instant, minuteMs } from "@today/core/time/minutes";
import type { LastRun } from "@today/db/today";
import type { Freshness } from "../contract.ts";
import { isoOf } from "./instant.ts";

/** How fresh punches are judged from. */
export interface PullState {
  /** Until when they have been pulled; null when they never were. */
  readonly pulledAt: Instant | null;
  /** When punches are pulled next by the plan; null before the first plan. */
  readonly nextPullAt: Instant | null;
  /** The pulls of punches that began last, newest first. */
  readonly runs: readonly LastRun[];
  readonly now: Instant;
  readonly zone: string;
}

/** A pull that is so late does not come: two ticks have passed. */
const patienceMs = 11 * minuteMs;

/** Stale means that a planned pull has not come, or that the last one failed. */
export function freshnessOf({ pulledAt, nextPullAt, runs, now, zone }: PullState): Freshness {
  const [last] = runs;
  const isMissed = nextPullAt !== null && now - nextPullAt >= patienceMs;
  const hasFailed = last?.state === "failed" && last.kind !== "shared" && last.startedAt > (pulledAt ?? 0);
  const isStale = pulledAt === null || isMissed || hasFailed;
  const state = runs.some(({ awaited }) => awaited) ? "pulling" : last?.state === "quota" ? "quota" : null;
  return {
    pulledAt: pulledAt === null ? null : isoOf(pulledAt, zone),
    nextPullAt: nextPullAt === null ? null : isoOf(nextPullAt, zone),
    state: state ?? (isStale ? "stale" : "fresh"),
  };
}
