import { type Interval, subtract, union } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, Shift, Workday } from "../api.ts";

/** How a stretch of a day is drawn; `blank` is nothing at all. */
export type Look = "counted" | "unassigned" | "ahead" | "offered" | "uncounted" | "break" | "leave" | "blank";

/** A stretch of a drawn day. */
export interface DrawnPart extends Interval {
  readonly look: Look;
  readonly project: string | null;
  /** A project that the reader may not see. */
  readonly isOther: boolean;
  /** Where it comes from, for its reason; null for what is not true yet. */
  readonly source: LinePart | null;
}

/** A stretch that is expected or offered, and for which project. */
export interface Expected extends Interval {
  readonly project: string | null;
}

type Day = Pick<Workday, "line" | "shift">;

interface Extras {
  /** Automatic, or ahead of now. */
  readonly ahead?: readonly Expected[];
  /** Waiting for somebody. */
  readonly offered?: readonly Expected[];
}

/** The parts of a day in time order, what is not true yet included. What the line knows wins over both extras. */
export function drawnParts({ line, shift }: Day, { ahead = [], offered = [] }: Extras = {}): DrawnPart[] {
  const parts = line.map(settledPart);
  const taken: Interval[] = [...line];
  const add = (look: Look, stretches: readonly Expected[]) => {
    for (const { project, start, end } of stretches) {
      for (const free of subtract([{ start, end }], taken)) {
        parts.push({ start: free.start, end: free.end, look, project, isOther: false, source: null });
        taken.push(free);
      }
    }
  };
  add("offered", offered);
  add("ahead", ahead);
  const around = spanOf(parts);
  const breaks = (shift?.breaks ?? []).filter(({ start, end }) => start >= around.start && end <= around.end);
  const free = subtract(breaks, taken);
  parts.push(...free.map((one): DrawnPart => ({ ...one, look: "break", project: null, isOther: false, source: null })));
  return parts.sort((a, b) => a.start - b.start);
}

/** From the first to the last event: shift, parts, and now. 9 to 18 when there is nothing. */
export function axisOf(parts: readonly Interval[], shift: Shift | null, now: Minutes | null = null): Interval {
  const all = [...parts, ...(shift?.sections ?? [])];
  if (now !== null) all.push({ start: now, end: now });
  return all.length === 0 ? { start: 540, end: 1080 } : spanOf(all);
}

/** Ticks at section ends and breaks, at the ends of the axis where no shift is known. */
export function ticksOf(axis: Interval, shift: Shift | null): Minutes[] {
  const edges = [...(shift?.sections ?? []), ...(shift?.breaks ?? [])].flatMap(({ start, end }) => [start, end]);
  const inside = edges.filter((minute) => axis.start <= minute && minute <= axis.end);
  const known = inside.length === 0 ? [axis.start, axis.end] : inside;
  return [...new Set(known)].sort((a, b) => a - b);
}

/** What is still to come of a shift after a minute, breaks and leave left out. */
export function remaining(shift: Shift | null, after: Minutes, line: readonly LinePart[] = []): readonly Interval[] {
  if (shift === null) return [];
  const leave = line.filter(({ kind }) => kind === "leave");
  const gone = { start: Number.MIN_SAFE_INTEGER, end: after };
  return subtract(union(shift.sections), [...shift.breaks, ...leave, gone]);
}

function settledPart(part: LinePart): DrawnPart {
  const { start, end, kind, project } = part;
  const isOther = part.other === true;
  const look = kind === "counted" && project === null && !isOther ? "unassigned" : kind;
  return { start, end, look, project, isOther, source: part };
}

function spanOf(parts: readonly Interval[]): Interval {
  if (parts.length === 0) return { start: 0, end: 0 };
  return { start: Math.min(...parts.map((one) => one.start)), end: Math.max(...parts.map((one) => one.end)) };
}
