import type { SplitPart } from "./allocation.ts";
import { accept, type Result, refuse } from "./problem.ts";

/** Refuses `split-part-not-positive`; minutes must be whole. */
export function checkSplitPart(part: SplitPart): Result<SplitPart> {
  return Number.isSafeInteger(part.minutes) && part.minutes > 0 ? accept(part) : refuse("split-part-not-positive");
}

/** The parts of a split in their order; refuses as its first bad part does. */
export function makeSplit(parts: readonly SplitPart[]): Result<readonly SplitPart[]> {
  for (const part of parts) {
    const checked = checkSplitPart(part);
    if (!checked.ok) return checked;
  }
  return accept(parts);
}
