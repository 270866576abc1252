import { dayAt, HOUR, MINUTE } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import type { JudgedPunch } from "./workday.ts";
import type { World } from "./world.ts";

/** Punches in time order, complete up to `until`; null when nobody listens. */
export interface PunchesAhead {
  readonly punches: readonly Ahead[];
  readonly until: number | null;
}

interface Ahead {
  readonly at: number;
  readonly punch: JudgedPunch;
  readonly person: Person;
}

const STRETCH = HOUR;
const LONGEST_SHIFT = 30 * HOUR;

/**
 * Finds the punches that come next, an hour at a time, while punch events are on and somebody listens. DingTalk pushes at
 * most one per person and minute.
 */
export function createPunchesAhead(): (world: World, after: number) => PunchesAhead {
  let known: { version: number; from: number; until: number; punches: readonly Ahead[] } | null = null;
  return (world, after) => {
    if (!world.switches.punchEvents || !world.isHeard) return { punches: [], until: null };
    if (!known || known.version !== world.version || after < known.from || after >= known.until) {
      known = { version: world.version, from: after, until: after + STRETCH, punches: find(world, after) };
    }
    return { punches: known.punches.filter(({ at }) => at > after), until: known.until };
  };
}

function find(world: World, after: number): Ahead[] {
  const until = after + STRETCH;
  const days = Array.from({ length: 3 }, (_, offset) => dayAt(after - LONGEST_SHIFT) + offset);
  const punches = world.people().flatMap((person) => {
    const seen = new Set<number>();
    return days.flatMap((day) =>
      world.workday(person, day, until).punches.flatMap((punch): Ahead[] => {
        const minute = Math.floor(punch.at / MINUTE);
        if (punch.at <= after || punch.supply || seen.has(minute)) return [];
        seen.add(minute);
        return [{ at: punch.at, punch, person }];
      }),
    );
  });
  return punches.sort((a, b) => a.at - b.at);
}
