import type { DayOfPulls, Freshness } from "./pull-freshness.ts";

/** Freshness found the slow way: everybody's every minute of punching waits minute by minute until something brings it. */
export function freshnessByMinute(day: DayOfPulls): Freshness | null {
  const waits: { wait: number; weight: number }[] = [];
  for (const [shift, { people, punches }] of day.shifts.entries()) {
    for (const [index, at] of punches.entries()) {
      const place = index === 0 ? "start" : index === punches.length - 1 ? "end" : "middle";
      for (const [minute, weight] of punching(place)) {
        for (let turn = 0; turn < Math.max(1, day.rounds); turn++) {
          const wait = waitFrom((at + minute + 1440) % 1440, { day, shift, turn });
          if (people > 0 && wait === null) return null;
          waits.push({ wait: (wait ?? 0) + 1, weight: weight * people });
        }
      }
    }
  }
  const total = waits.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return null;
  const ordered = waits.toSorted((a, b) => a.wait - b.wait);
  const at = (share: number) => {
    let sum = 0;
    return ordered.find(({ weight }) => {
      sum += weight;
      return sum * 100 >= share * total;
    })?.wait;
  };
  return { median: at(50) ?? 0, p95: at(95) ?? 0 };
}

function punching(place: "start" | "middle" | "end"): [minute: number, weight: number][] {
  const every = (from: number, to: number, weight: number) =>
    Array.from({ length: to - from }, (_, index): [number, number] => [from + index, weight]);
  if (place === "start") return every(-20, 10, 16);
  if (place === "middle") return every(-10, 10, 24);
  return [...every(0, 10, 36), ...every(10, 130, 1)];
}

function waitFrom(
  punch: number,
  { day, shift, turn }: { readonly day: DayOfPulls; readonly shift: number; readonly turn: number },
): number | null {
  let nights = 0;
  for (let wait = 0; wait <= 32 * 1440; wait++) {
    const clock = (punch + wait) % 1440;
    if (day.pulls.some((pull) => pull.at === clock && pull.shifts.includes(shift))) return wait;
    if (day.collectEvery !== null && clock % day.collectEvery === 0) return wait;
    if (day.rounds > 0 && clock === day.nightAt && nights++ === turn) return wait;
  }
  return null;
}
