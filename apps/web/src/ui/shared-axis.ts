import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";

const hour = 60;

/** One axis for several lines, whole hours around all of them; 9 to 18 when there is nothing. */
export function sharedAxis(stretches: readonly Interval[]): Interval {
  if (stretches.length === 0) return { start: 540, end: 1080 };
  const start = Math.min(...stretches.map((one) => one.start));
  const end = Math.max(...stretches.map((one) => one.end));
  return { start: Math.floor(start / hour) * hour, end: Math.ceil(end / hour) * hour };
}

/** Round hours on an axis, five at most: 9, 12, 15, 18 on 09:00–20:00. */
export function hourTicks({ start, end }: Interval): Minutes[] {
  const step = [1, 2, 3, 4, 6, 12].map((hours) => hours * hour).find((one) => (end - start) / one <= 4) ?? 1440;
  const first = Math.ceil(start / step) * step;
  return Array.from({ length: Math.floor((end - first) / step) + 1 }, (_, index) => first + index * step);
}
