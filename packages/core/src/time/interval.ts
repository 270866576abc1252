import { accept, type Result, refuse } from "../problem.ts";
import type { Minutes } from "./minutes.ts";

/** A half-open stretch of a work date's time line: `{ start: 540, end: 720 }` is 09:00–12:00, 180 minutes. */
export interface Interval {
  readonly start: Minutes;
  readonly end: Minutes;
}

/** Refuses `interval-ends-before-start`; an empty interval is allowed. */
export function makeInterval(start: Minutes, end: Minutes): Result<Interval> {
  return end < start ? refuse("interval-ends-before-start") : accept({ start, end });
}

/** The same minutes in order, without overlaps, touching ones joined, empty and reversed ones dropped; a list that is so already is answered itself. */
export function union(intervals: readonly Interval[]): readonly Interval[] {
  if (isOrdered(intervals)) return intervals;
  const sorted = intervals.filter((one) => one.end > one.start).sort((a, b) => a.start - b.start);
  const joined: { start: Minutes; end: Minutes }[] = [];
  for (const { start, end } of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** Minutes of `from` that are not in `taken`. */
export function subtract(from: readonly Interval[], taken: readonly Interval[]): readonly Interval[] {
  const kept = union(from);
  const holes = union(taken);
  if (holes.length === 0) return kept;
  const left: Interval[] = [];
  for (const { start, end } of kept) {
    let at = start;
    for (const hole of holes) {
      const until = Math.min(end, hole.start);
      if (at < until) left.push({ start: at, end: until });
      at = Math.max(at, hole.end);
    }
    if (at < end) left.push({ start: at, end });
  }
  return left;
}

/** Minutes that are in both. */
export function intersect(a: readonly Interval[], b: readonly Interval[]): readonly Interval[] {
  const ones = union(a);
  const others = union(b);
  const both: Interval[] = [];
  for (const one of ones) {
    for (const other of others) {
      const start = Math.max(one.start, other.start);
      const end = Math.min(one.end, other.end);
      if (start < end) both.push({ start, end });
    }
  }
  return both;
}

/** The minutes that lie inside one window. */
export function clip(intervals: readonly Interval[], window: Interval): readonly Interval[] {
  return intersect(intervals, [window]);
}

/** How many minutes a list covers, each counted once. */
export function total(intervals: readonly Interval[]): Minutes {
  let sum = 0;
  for (const { start, end } of union(intervals)) sum += end - start;
  return sum;
}

/** Whether a minute lies in one of them: 720 is not in `[540, 720)`. */
export function covers(intervals: readonly Interval[], minute: Minutes): boolean {
  return intervals.some((one) => one.start <= minute && minute < one.end);
}

function isOrdered(intervals: readonly Interval[]): boolean {
  let before = Number.NEGATIVE_INFINITY;
  for (const { start, end } of intervals) {
    if (start <= before || end <= start) return false;
    before = end;
  }
  return true;
}
