import { type Instant, minuteMs } from "@today/core/time/minutes";

const secondMs = 1000;
const hourMs = 60 * minuteMs;

/** How long after each attempt the next one comes, by the specification Standard Webhooks: three days and a bit in all. */
const waits: readonly number[] = [
  ...[5 * secondMs, 5 * minuteMs, 30 * minuteMs],
  ...[2, 5, 10, 14, 20, 24].map((hours) => hours * hourMs),
];
const jitter = 0.1;
const longestAsked = 24 * hourMs;

/**
 * When the next attempt comes after the `attempt`th failed, up to a tenth later so that not all come at once, and not before the
 * receiver asked for it, which counts for a day at most; null after the last.
 */
export function nextAttemptAt(attempt: number, now: Instant, retryAfterMs: number | null): Instant | null {
  const wait = waits[attempt - 1];
  if (wait === undefined) return null;
  const spread = Math.round(wait * (1 + Math.random() * jitter));
  return now + Math.max(spread, Math.min(retryAfterMs ?? 0, longestAsked));
}
