import type { ExpectedShift } from "@today/core/punch-habit";
import { type Minutes, minutesPerDay } from "@today/core/time/minutes";
import { type ShiftGroup, unknownShift } from "@today/db/shift-group";

/** A shift as the planner sees it, with the keys of the stored shifts that have these punches. */
export interface KnownShift extends ExpectedShift {
  readonly keys: readonly string[];
}

/** More are as many as no company needs; the people of the smallest are expected at any time. */
const mostShifts = 40;

/** What is due on one date: shifts with the same punches are one. Where nothing is known, people are expected on workdays only. */
export function expectedShifts(groups: readonly ShiftGroup[], isWorked: boolean): KnownShift[] {
  const byPunches = new Map<string, KnownShift>();
  for (const { key, shift, people } of groups) {
    if (key === unknownShift ? !isWorked : shift === null) continue;
    const punches = (shift?.sections ?? []).flatMap(({ start, end }) => [start, end]).toSorted((a, b) => a - b);
    const had = byPunches.get(punches.join());
    byPunches.set(punches.join(), {
      ...{ punches, people: people + (had?.people ?? 0), keys: [...(had?.keys ?? []), key] },
    });
  }
  const shifts = [...byPunches.values()].toSorted((a, b) => b.people - a.people);
  if (shifts.length <= mostShifts) return shifts;
  const others = shifts.slice(mostShifts - 1);
  const people = others.reduce((sum, one) => sum + one.people, 0);
  return [...shifts.slice(0, mostShifts - 1), { punches: [], people, keys: others.flatMap(({ keys }) => keys) }];
}

/** Today's shifts with yesterday's that go on into today: as many people as the larger of the two days has. */
export function withNightShifts(today: readonly KnownShift[], yesterday: readonly KnownShift[]): KnownShift[] {
  const shifts = [...today];
  for (const night of yesterday.filter(goesOn)) {
    const at = shifts.findIndex(({ punches }) => punches.join() === night.punches.join());
    const same = shifts[at];
    if (same === undefined) shifts.push(night);
    else {
      const keys = [...new Set([...same.keys, ...night.keys])];
      shifts[at] = { punches: same.punches, people: Math.max(same.people, night.people), keys };
    }
  }
  return shifts;
}

/** Whether a shift has punches on the day after it begins. */
export function goesOn({ punches }: ExpectedShift): boolean {
  return lastOf(punches) > minutesPerDay;
}

/** The last punch due; of a free shift before all time. */
export function lastOf(punches: readonly Minutes[]): Minutes {
  return punches.at(-1) ?? Number.NEGATIVE_INFINITY;
}
