import { type Instant, minuteMs } from "./time/minutes.ts";

/** Why a call for a worklog did not do what it was made for, in the words of the products' connectors. */
export interface CallFailure {
  readonly kind: string;
  readonly code: string;
  readonly retryAfterMs: number | null;
}

/** What follows from a failure: for the worklog, and until when the whole target is left alone. */
export interface Consequence {
  readonly isFinal: boolean;
  /** Whether the attempt says something of the worklog and not of the way there. */
  readonly counts: boolean;
  readonly nextAt: Instant;
  readonly quietUntil: Instant;
  /** What the admin has to mend before anything goes on; null when nothing. */
  readonly stops: "credentials" | "refused-host" | null;
}

const waitMinutes = [1, 5, 15, 60, 180] as const;
/** A worklog that failed so often is set aside. */
export const mostAttempts = 8;
const longestQuietMs = 6 * 60 * minuteMs;

/** When the attempt number `attempts` that failed is made again: 1, 5, 15, 60, then 180 minutes later and up to a fifth more by `chance`, 0 to 1. */
export function nextAttemptAt(now: Instant, attempts: number, chance: number): Instant {
  const minutes = waitMinutes[Math.min(attempts, waitMinutes.length) - 1] ?? waitMinutes[0];
  return now + Math.round(minutes * minuteMs * (1 + chance / 5));
}

/** What becomes of a worklog whose attempt number `attempts` failed. */
export function consequenceOf(
  failure: CallFailure,
  tried: { readonly attempts: number; readonly now: Instant; readonly chance: number },
): Consequence {
  const { attempts, now, chance } = tried;
  const asked = Math.min(failure.retryAfterMs ?? 0, longestQuietMs);
  const nextAt = Math.max(nextAttemptAt(now, attempts, chance), now + asked);
  const { kind } = failure;
  if (kind === "credentials" || kind === "refused-host") {
    return { isFinal: false, counts: false, nextAt: now, quietUntil: 0, stops: kind };
  }
  if (kind === "throttled") {
    const quietUntil = now + (asked > 0 ? asked : minuteMs);
    return { isFinal: false, counts: false, nextAt: quietUntil, quietUntil, stops: null };
  }
  if (kind === "busy" || kind === "timeout") {
    const isDown = kind === "timeout" || /^50[234]$/.test(failure.code);
    const quietUntil = asked > 0 ? now + asked : isDown ? now + minuteMs : 0;
    return { isFinal: attempts >= mostAttempts, counts: true, nextAt, quietUntil, stops: null };
  }
  return { isFinal: true, counts: true, nextAt: now, quietUntil: 0, stops: null };
}

/** What a write whose end nobody knows says of the way there: `"503"`, `"timeout"`, `"html"`. */
export function failureOfReason(reason: string): CallFailure {
  const kind = /^(timeout|unreachable)$/.test(reason) ? "timeout" : "busy";
  return { kind, code: reason, retryAfterMs: null };
}
