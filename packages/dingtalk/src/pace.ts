import type { Instant } from "@today/core/time/minutes";
import type { DingTalkError } from "./error.ts";

// Calls do not travel evenly, so a little more than the second in which DingTalk counts them.
const WINDOW = 1100;

/** Milliseconds between two calls of an API that are spread evenly: 55 for 20 calls a second. */
export function spacingOf(callsPerSecond: number): number {
  return WINDOW / callsPerSecond;
}

/** What pacing and timeouts need of the world. */
export interface Clock {
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Where every HTTP call passes before it is made, and every call with its retries when it is over. */
export interface Gate {
  /** Resolves when the call may be made; throws `DingTalkError` with the code `paused` when calls are not to be made for a while. */
  enter(api: string): Promise<void>;
  /** Told what came in the end: null for an answer, else the error with which the call was given up. */
  leave(api: string, error: DingTalkError | null): Promise<void>;
}

/** Makes a gate of one client's own: at most so many calls of each API in any second, in order of asking. */
export function createPacer(clock: Clock, callsPerSecond: number): Gate {
  return { enter: pacerOf(clock, callsPerSecond), leave: async () => {} };
}

function pacerOf(clock: Clock, callsPerSecond: number): Gate["enter"] {
  const slots = new Map<string, Instant[]>();
  let reached = Number.NEGATIVE_INFINITY;

  return async (api) => {
    const taken = slots.get(api) ?? [];
    slots.set(api, taken);
    reached = Math.max(reached, clock.now());
    const called = reached;
    const slot = Math.max(called, (taken.at(-callsPerSecond) ?? Number.NEGATIVE_INFINITY) + WINDOW);
    taken.push(slot);
    if (taken.length > callsPerSecond) taken.shift();
    if (slot <= called) return;
    await clock.sleep(slot - called);
    reached = Math.max(reached, slot);
  };
}
