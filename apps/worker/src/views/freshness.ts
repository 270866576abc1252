import { type Instant, minuteMs } from "@today/core/time/minutes";
import type { LastRun } from "@today/db/today";
import type { Freshness } from "../contract.ts";
import { nextPullAt } from "../day-cadence.ts";
import { isoOf } from "./instant.ts";

/** How fresh punches are judged from. */
export interface PullState {
  /** Until when they have been pulled; null when they never were. */
  readonly pulledAt: Instant | null;
  /** The pulls that began last, newest first. */
  readonly runs: readonly LastRun[];
  readonly now: Instant;
  readonly zone: string;
}

const slotMs = 30 * minuteMs;
/** The plan's times of day alone: how much of it the month's calls allow shows in the runs. */
const everySlot = { monthlyCalls: Number.MAX_SAFE_INTEGER, used: 0, people: 1 };

/** Stale means that two pulls that were planned since then have not come. */
export function freshnessOf({ pulledAt, runs, now, zone }: PullState): Freshness {
  const stride = strideOf(runs);
  const next = (after: Instant) => nextPullAt(everySlot, after + stride - slotMs);
  const lastDay = runs.find(({ kind }) => kind === "day")?.startedAt ?? 0;
  const isStale = pulledAt === null || next(next(pulledAt)) <= now;
  const state = runs.some(({ awaited }) => awaited) ? "pulling" : runs[0]?.state === "quota" ? "quota" : null;
  return {
    pulledAt: pulledAt === null ? null : isoOf(pulledAt, zone),
    nextPullAt: isoOf(Math.max(nextPullAt(everySlot, now), stride > slotMs ? next(lastDay) : 0), zone),
    state: state ?? (isStale ? "stale" : "fresh"),
  };
}

/** How far apart the day's last two pulls were: a small budget leaves slots out. */
function strideOf(runs: readonly LastRun[]): number {
  const [last, before] = runs.filter(({ kind }) => kind === "day").map(({ startedAt }) => startedAt);
  if (last === undefined || before === undefined || last - before > 12 * 60 * minuteMs) return slotMs;
  return Math.max(slotMs, Math.round((last - before) / slotMs) * slotMs);
}
