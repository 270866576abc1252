import { compareText } from "../order.ts";
import { accept, type Result, refuse } from "../problem.ts";
import type { Minutes } from "./minutes.ts";

/** How a report or a push rounds; nothing stored is ever rounded. */
export interface Rounding {
  readonly mode: "none" | "nearest" | "down" | "up";
  /** Minutes of a step, 1 for `none`. */
  readonly step: Minutes;
}

/** Minutes of one project within a total. */
export interface Part {
  readonly project: string;
  readonly minutes: Minutes;
}

const shape = /^(nearest|down|up)-([1-9]\d{0,3})$/;

/** Reads `none`, `nearest-15`, `down-30`, `up-6`; refuses `rounding-unknown`. */
export function parseRounding(name: string): Result<Rounding> {
  if (name === "none") return accept({ mode: "none", step: 1 });
  const match = shape.exec(name);
  if (match === null) return refuse("rounding-unknown");
  return accept({ mode: match[1] as Rounding["mode"], step: Number(match[2]) });
}

/** A length rounded to whole steps; `nearest` takes a half upwards: 8 by `nearest-15` is 15, 7 is 0. */
export function roundMinutes(minutes: Minutes, { mode, step }: Rounding): Minutes {
  if (mode === "up") return Math.ceil(minutes / step) * step;
  const half = mode === "nearest" ? step : 0;
  return Math.floor((2 * minutes + half) / (2 * step)) * step;
}

/** Rounds the total once and shares it out by largest remainder, ties to the lower project id; parts keep their order and add up to it. */
export function roundParts<T extends Part>(parts: readonly T[], rounding: Rounding): T[] {
  const total = parts.reduce((sum, part) => sum + part.minutes, 0);
  const rounded = roundMinutes(total, rounding);
  if (total === 0) return [...parts];
  const shares = parts.map((part) => {
    const claim = part.minutes * rounded;
    return { part, minutes: Math.floor(claim / total), remainder: claim % total };
  });
  let left = rounded - shares.reduce((sum, share) => sum + share.minutes, 0);
  for (const share of shares.toSorted(byRemainder)) {
    if (left-- <= 0) break;
    share.minutes += 1;
  }
  return shares.map(({ part, minutes }) => ({ ...part, minutes }));
}

interface Ranked {
  readonly part: Part;
  readonly remainder: number;
}

function byRemainder(a: Ranked, b: Ranked): number {
  return b.remainder - a.remainder || compareText(a.part.project, b.part.project);
}
