import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import { type CountedLine, clockAt, stretchesOf } from "./counted-line.ts";
import { bordersOf, type Part } from "./split.ts";

/** How the vertical line is drawn: from which clock time to which, and how many rem a minute is high. */
export interface Frame extends Interval {
  readonly scale: number;
  /** Too narrow for a name and a length side by side. */
  readonly isNarrow: boolean;
}

/** One rectangle of a part. `size` is how much of its name, length and times fits. */
export interface Piece extends Interval {
  readonly isAhead: boolean;
  readonly size: "full" | "brief" | "row" | "bare";
  /** The one that carries the part's words. */
  readonly isLabelled: boolean;
  /** A border lies over its upper edge. */
  readonly isUnderBorder: boolean;
  /** A border lies over its lower edge. */
  readonly isOverBorder: boolean;
}

/** The frame around a line; a minute is 0.05 rem, a little more where names wrap. */
export function frameOf(line: CountedLine, { now, width }: { now: Minutes | null; width: number }): Frame {
  const start = line[0]?.start ?? 0;
  const end = line[line.length - 1]?.end ?? start;
  const isNarrow = width < 13.5;
  return {
    start: Math.min(start, now ?? start),
    end: Math.max(end, now ?? end),
    scale: isNarrow ? 0.07 : 0.05,
    isNarrow,
  };
}

/** How far below the top of the frame a clock time is, in rem. */
export function depthOf(frame: Frame, clock: number): number {
  return (clock - frame.start) * frame.scale;
}

/** The rectangles of each part, cut at breaks and at now; the largest of what is past carries the words. */
export function piecesOf(line: CountedLine, parts: readonly Part[], frame: Frame & { now: Minutes | null }): Piece[][] {
  const borders = [0, ...bordersOf(parts)];
  return parts.map(({ minutes }, index) => {
    const from = borders[index] ?? 0;
    const cut = stretchesOf(line, from, from + minutes).flatMap((one) => cutAtNow(one, frame.now));
    const past = cut.filter(({ isAhead }) => !isAhead);
    const isTold = past.some((one) => sizeOf(one, frame, index > 0) !== "bare");
    const label = isTold ? longest(past) : (cut.find((one) => sizeOf(one, frame, false) === "full") ?? longest(cut));
    return cut.map((one, at) => {
      const isUnderBorder = index > 0 && at === 0;
      const isOverBorder = index < parts.length - 1 && at === cut.length - 1;
      const size = sizeOf(one, frame, isUnderBorder);
      return { ...one, isLabelled: one === label, isUnderBorder, isOverBorder, size };
    });
  });
}

function cutAtNow({ start, end }: Interval, now: Minutes | null): (Interval & { isAhead: boolean })[] {
  if (now === null || end <= now) return [{ start, end, isAhead: false }];
  if (start >= now) return [{ start, end, isAhead: true }];
  return [
    { start, end: now, isAhead: false },
    { start: now, end, isAhead: true },
  ];
}

function longest<One extends Interval>(pieces: readonly One[]): One | undefined {
  return [...pieces].sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

function sizeOf({ start, end }: Interval, { scale, isNarrow }: Frame, isUnderBorder: boolean): Piece["size"] {
  const room = (end - start) * scale - (isUnderBorder ? 0.5 : 0);
  if (isNarrow) return room >= 9 ? "full" : room >= 5 ? "brief" : room >= 1.75 ? "row" : "bare";
  return room >= 3.5 ? "full" : room >= 1.75 ? "row" : "bare";
}

/** Where a border's handle stands: its clock time, and its place among those less than 44 px away. */
export interface PlacedHandle {
  readonly clock: Minutes;
  readonly lane: number;
  readonly lanes: number;
}

const handleHeight = 2.75;

/** Handles in time order; those that would touch stand side by side. */
export function placeHandles(line: CountedLine, borders: readonly Minutes[], scale: number): PlacedHandle[] {
  const clocks = borders.map((border) => clockAt(line, border));
  const near = handleHeight / scale;
  const lastIn: number[] = [];
  const placed = clocks.map((clock, index) => {
    const isAlone = index === 0 || clock - (clocks[index - 1] ?? 0) >= near;
    if (isAlone) lastIn.length = 0;
    const free = lastIn.findIndex((last) => clock - last >= near);
    const lane = free === -1 ? lastIn.length : free;
    lastIn[lane] = clock;
    return { clock, lane, isAlone };
  });
  return placed.map(({ clock, lane }, index) => {
    const first = placed
      .slice(0, index + 1)
      .map(({ isAlone }) => isAlone)
      .lastIndexOf(true);
    const next = placed.findIndex(({ isAlone }, at) => at > index && isAlone);
    const group = placed.slice(first, next === -1 ? placed.length : next);
    return { clock, lane, lanes: Math.max(...group.map((one) => one.lane)) + 1 };
  });
}
