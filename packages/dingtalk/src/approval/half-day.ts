import type { Shift } from "@today/core/shift";
import { clip, type Interval, subtract, total } from "@today/core/time/interval";

/**
 * The worked minutes of the first or second half of a shift: of 09:00–18:00 with a break from 12:00 to 13:30, `am` is 09:00–12:00. They
 * are parted at the break nearest the middle, without one near it in equal halves; how DingTalk parts them is unconfirmed.
 */
export function halfOf(shift: Shift, half: "am" | "pm"): readonly Interval[] {
  const worked = subtract(shift.sections, shift.breaks);
  const [start, end] = [worked[0]?.start ?? 0, worked.at(-1)?.end ?? 0];
  const noon = noonOf(worked);
  return clip(worked, half === "am" ? { start, end: noon.start } : { start: noon.end, end });
}

function noonOf(worked: readonly Interval[]): Interval {
  const [start, end] = [worked[0]?.start ?? 0, worked.at(-1)?.end ?? 0];
  const middle = (start + end) / 2;
  const distance = (gap: Interval) => Math.abs((gap.start + gap.end) / 2 - middle);
  const gaps = worked.slice(1).map((one, index) => ({ start: worked[index]?.end ?? one.start, end: one.start }));
  const [nearest] = gaps.sort((a, b) => distance(a) - distance(b));
  if (nearest !== undefined && distance(nearest) <= (end - start) / 4) return nearest;
  const cut = minuteAfter(worked, Math.floor(total(worked) / 2));
  return { start: cut, end: cut };
}

function minuteAfter(worked: readonly Interval[], minutes: number): number {
  let left = minutes;
  for (const { start, end } of worked) {
    if (left <= end - start) return start + left;
    left -= end - start;
  }
  return 0;
}
