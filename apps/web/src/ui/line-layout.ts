import type { Interval } from "@today/core/time/interval";
import type { DrawnPart } from "./day-parts.ts";

/** A part and where it is drawn, in pixels from the left. */
export interface PlacedPart {
  readonly part: DrawnPart;
  readonly left: number;
  readonly width: number;
}

const least = 4;
const gap = 2;

/** Places parts on an axis `width` pixels wide. None is narrower than 4 px: a neighbour gives way. Touching parts stand 2 px apart. */
export function layOut(parts: readonly DrawnPart[], axis: Interval, width: number): PlacedPart[] {
  const scale = width / Math.max(1, axis.end - axis.start);
  const filled = withBlanks(parts, axis);
  const gaps = filled.map(({ look }, index) => {
    const next = filled[index + 1];
    return look !== "blank" && next !== undefined && next.look !== "blank" ? gap : 0;
  });
  const widths = widen(
    filled.map(({ start, end }) => (end - start) * scale),
    filled.map(({ look }, index) => (look === "blank" ? 0 : least + (gaps[index] ?? 0))),
  );
  let left = 0;
  const placed = filled.map((part, index): PlacedPart => {
    const own = widths[index] ?? 0;
    left += own;
    return { part, left: left - own, width: own - (gaps[index] ?? 0) };
  });
  return placed.filter(({ part }) => part.look !== "blank");
}

/** Where a minute is on the axis, in percent. */
export function placeOf(minute: number, axis: Interval): number {
  const share = (minute - axis.start) / Math.max(1, axis.end - axis.start);
  return Math.min(1, Math.max(0, share)) * 100;
}

/** Widens what is too narrow; the nearest that can spare something gives it. */
function widen(widths: readonly number[], leasts: readonly number[]): number[] {
  const wide = [...widths];
  for (const [index, wanted] of leasts.entries()) {
    for (const giver of byDistance(index, wide.length)) {
      const missing = wanted - (wide[index] ?? 0);
      if (missing <= 0) break;
      const given = Math.min(missing, Math.max(0, (wide[giver] ?? 0) - (leasts[giver] ?? 0)));
      wide[giver] = (wide[giver] ?? 0) - given;
      wide[index] = (wide[index] ?? 0) + given;
    }
  }
  return wide;
}

function byDistance(from: number, count: number): number[] {
  const others = Array.from({ length: count }, (_, index) => index).filter((index) => index !== from);
  return others.sort((a, b) => Math.abs(a - from) - Math.abs(b - from));
}

function withBlanks(parts: readonly DrawnPart[], axis: Interval): DrawnPart[] {
  const blank = { look: "blank", project: null, isOther: false, source: null } as const;
  const filled: DrawnPart[] = [];
  let at = axis.start;
  for (const part of parts) {
    if (part.end <= at || part.start >= axis.end) continue;
    if (part.start > at) filled.push({ ...blank, start: at, end: part.start });
    filled.push({ ...part, start: Math.max(at, part.start), end: Math.min(part.end, axis.end) });
    at = Math.min(part.end, axis.end);
  }
  if (at < axis.end) filled.push({ ...blank, start: at, end: axis.end });
  return filled;
}
