import type { Instant } from "@today/core/time/minutes";

const CALLS_PER_SECOND = 20;

/** What pacing and timeouts need of the world. */
export interface Clock {
  readonly now: () => Instant;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Makes a gate that lets through at most 20 calls a second of each API, DingTalk's limit per app, in order of asking. */
export function createPacer(clock: Clock): (api: string) => Promise<void> {
  const slots = new Map<string, Instant[]>();
  let reached = Number.NEGATIVE_INFINITY;

  return async (api) => {
    const taken = slots.get(api) ?? [];
    slots.set(api, taken);
    reached = Math.max(reached, clock.now());
    const called = reached;
    const slot = Math.max(called, (taken.at(-CALLS_PER_SECOND) ?? Number.NEGATIVE_INFINITY) + 1000);
    taken.push(slot);
    if (taken.length > CALLS_PER_SECOND) taken.shift();
    if (slot <= called) return;
    await clock.sleep(slot - called);
    reached = Math.max(reached, slot);
  };
}
