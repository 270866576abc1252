import type { Instant } from "@today/core/time/minutes";
import type { HookKind } from "@today/db/hook";
import type { DeliveryEnd, HookEnd } from "@today/db/hook-delivery";
import { nextAttemptAt } from "./schedule.ts";
import type { Answered } from "./send.ts";

/** What an attempt means for its delivery and its hook. */
export interface Outcome extends Pick<DeliveryEnd, "state" | "nextAt" | "status" | "problem"> {
  readonly hook: "on" | "failing" | "gone" | null;
  /** Until when the receiver wants to be left alone; 0 for now. */
  readonly quietUntil: Instant;
}

const usualQuietMs = 60_000;
const longestQuietMs = 24 * 3_600_000;
/** Answers of a receiver that has too much to do, beside those that never came. */
const busy = [429, 502, 503, 504];
/** Problems of ours: nothing has left. */
const unsent = ["host-private", "host-unknown", "https-wanted", "credentials-unreadable"];
/** IFTTT tells by these that it took nothing. */
const surelyRefused = [429, 503];

/** Decides about an attempt: 2xx is success, 410 the end, anything else comes again while it may. */
export function outcomeOf(
  { status, problem, retryAfterMs }: Answered,
  { kind, attempt, now }: { readonly kind: HookKind; readonly attempt: number; readonly now: Instant },
): Outcome {
  const ended = { status, problem, nextAt: 0, quietUntil: 0 };
  if (problem === null) return { ...ended, state: "done", hook: "on" };
  if (problem === "gone") return { ...ended, state: "failed", hook: "gone" };
  const nothingSent = unsent.includes(problem);
  if (kind === "ifttt" && !nothingSent && !surelyRefused.includes(status ?? 0)) {
    const isAmbiguous = status === null || status >= 500;
    return {
      ...ended,
      problem: isAmbiguous ? "unknown" : problem,
      state: "failed",
      hook: isAmbiguous ? null : "failing",
    };
  }
  const isBusy = status === null ? !nothingSent : busy.includes(status);
  const quietUntil = isBusy ? now + Math.min(retryAfterMs ?? usualQuietMs, longestQuietMs) : 0;
  const nextAt = nextAttemptAt(attempt, now, retryAfterMs);
  if (nextAt === null) return { ...ended, quietUntil, state: "failed", hook: "failing" };
  return { ...ended, quietUntil, nextAt, state: "waiting", hook: null };
}

/** What all attempts of a run say of their hook: whoever took one of them is well. */
export function hookEndOf(id: string, outcomes: readonly Outcome[]): HookEnd {
  const said = (state: Outcome["hook"]) => outcomes.some(({ hook }) => hook === state);
  const problem = outcomes.findLast((outcome) => outcome.problem !== null)?.problem ?? null;
  const state = said("gone") ? "gone" : said("on") ? "on" : said("failing") ? "failing" : null;
  const quietUntil = Math.max(0, ...outcomes.map((outcome) => outcome.quietUntil));
  return { id, state, problem, quietUntil, delivered: said("on") };
}
