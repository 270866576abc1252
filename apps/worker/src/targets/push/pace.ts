import type { RateRule } from "@today/connectors/ability";
import type { Instant } from "@today/core/time/minutes";

/** The time, and how to let some of it go by. */
export interface Clock {
  now(): Instant;
  sleep(ms: number): Promise<void>;
}

/** Waits until a call may be made by the rules; `about` names what the rules count by, a task or `""` for all calls. */
export type Pace = (about: string) => Promise<void>;

/** Keeps calls to so many in so many milliseconds, each rule counted for what a call is about. */
export function createPace(rules: readonly RateRule[], clock: Clock): Pace {
  const made = new Map<string, Instant[]>();

  function timesOf(about: string, n: number): Instant[] {
    const times = made.get(`${n} ${about}`) ?? [];
    made.set(`${n} ${about}`, times);
    return times;
  }

  return async (about) => {
    const now = clock.now();
    const counted = rules.map((rule, n) => ({ rule, times: timesOf(about, n) }));
    const at = Math.max(now, ...counted.map(({ rule, times }) => freeAt(rule, times)));
    for (const { rule, times } of counted) {
      times.push(at);
      if (times.length > rule.calls) times.shift();
    }
    if (at > now) await clock.sleep(at - now);
  };
}

function freeAt({ calls, perMs }: RateRule, times: readonly Instant[]): Instant {
  const [first] = times;
  return first === undefined || times.length < calls ? 0 : first + perMs;
}
