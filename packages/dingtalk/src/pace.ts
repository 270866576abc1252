import type { Instant } from "@today/core/time/minutes";

// Calls do not travel evenly, so a little more than the second in which DingTalk counts them.
const WINDOW = 1100;

/** What pacing and timeouts need of the world. */
export interface Clock {
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Makes a gate that lets through at most so many calls of each API in any second, in order of asking. */
export function createPacer(clock: Clock, callsPerSecond: number): (api: string) => Promise<void> {
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
