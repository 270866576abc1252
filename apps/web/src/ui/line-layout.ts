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
  const widths = widen(
    filled.map(({ start, end }) => (end - start) * scale),
    filled.map(({ look }) => (look === "blank" ? 0 : least)),
  );
  const placed: PlacedPart[] = [];
  let left = 0;
  filled.forEach((part, index) => {
    const own = widths[index] ?? 0;
    const touches = filled[index + 1] !== undefined && part.look !== "blank" && filled[index + 1]?.look !== "blank";
    if (part.look !== "blank") placed.push({ part, left, width: Math.max(least, own - (touches ? gap : 0)) });
    left += own;
  });
  return placed;
}

/** Where a minute is on the axis, in percent. */
export function placeOf(minute: number, axis: Interval): number {
  const share = (minute - axis.start) / Math.max(1, axis.end - axis.start);
  return Math.min(1, Math.max(0, share)) * 100;
}

function widen(widths: readonly number[], leasts: readonly number[]): number[] {
  const wide = [...widths];
  for (const [index, wanted] of leasts.entries()) {
    const missing = wanted - (wide[index] ?? 0);
    if (missing <= 0) continue;
    const giver = [index - 1, index + 1]
      .filter((one) => (wide[one] ?? 0) - missing >= (leasts[one] ?? 0))
      .sort((a, b) => (wide[b] ?? 0) - (wide[a] ?? 0))[0];
    if (giver === undefined) continue;
    wide[giver] = (wide[giver] ?? 0) - missing;
    wide[index] = wanted;
  }
  return wide;
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
