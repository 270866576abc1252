import { type Interval, total } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";

/** The stretches of a day that are divided, in order and without overlaps; between them are breaks. */
export type CountedLine = readonly Interval[];

/** How long the line is: `[540, 720)` and `[780, 1080)` are 480 minutes. */
export function lineLength(line: CountedLine): Minutes {
  return total(line);
}

/** Where a minute of the line is on the clock; where two stretches meet, the end of the first: 180 is 12:00, not 13:00. */
export function clockAt(line: CountedLine, minute: Minutes): Minutes {
  let left = minute;
  for (const { start, end } of line) {
    if (left <= end - start) return start + Math.max(0, left);
    left -= end - start;
  }
  return line[line.length - 1]?.end ?? 0;
}

/** How much of the line lies before a clock time: at 12:30, inside the break, as much as at 12:00. */
export function minuteAt(line: CountedLine, clock: number): Minutes {
  return line.reduce((sum, { start, end }) => sum + Math.max(0, Math.min(end, clock) - start), 0);
}

/** A part of the line on the clock: 140 to 310 is 11:20–12:00 and 13:00–15:10. */
export function stretchesOf(line: CountedLine, from: Minutes, to: Minutes): Interval[] {
  const pieces: Interval[] = [];
  let before = 0;
  for (const { start, end } of line) {
    const first = Math.max(start, start + from - before);
    const last = Math.min(end, start + to - before);
    if (first < last) pieces.push({ start: first, end: last });
    before += end - start;
  }
  return pieces;
}

/** The gaps between the stretches. */
export function gapsOf(line: CountedLine): Interval[] {
  return line.slice(1).map(({ start }, index) => ({ start: line[index]?.end ?? start, end: start }));
}

const step = 5;
const pull = 3;
const halfHour = 30;

/** Clock times that hold a border: ends of stretches and punches. Half hours do so everywhere. */
export function magnetsOf(line: CountedLine, punches: readonly Minutes[]): Minutes[] {
  return [...new Set([...line.flatMap(({ start, end }) => [start, end]), ...punches])].sort((a, b) => a - b);
}

/** The minute of the line for a finger at a clock time: a magnet within 3 minutes, else the next multiple of 5. */
export function snap(line: CountedLine, magnets: readonly Minutes[], clock: number): Minutes {
  const half = Math.round(clock / halfHour) * halfHour;
  const near = [half, ...magnets]
    .filter((magnet) => Math.abs(magnet - clock) <= pull)
    .sort((a, b) => Math.abs(a - clock) - Math.abs(b - clock))[0];
  return minuteAt(line, near ?? Math.round(clock / step) * step);
}
