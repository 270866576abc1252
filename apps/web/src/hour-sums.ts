import type { Minutes } from "@today/core/time/minutes";
import { duration } from "./format.ts";
import { thousands } from "./money.ts";

const fewHours = 100;

/**
 * Parts of a sum as they stand beside each other: below 100 hours in all as `8h05`, above as `16,420h`, rounded so that
 * the parts still make the sum.
 */
export function hoursOfParts(parts: readonly Minutes[]): string[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  return isLong(sum) ? shareOut(parts, sum).map((hours) => `${thousands(hours)}h`) : parts.map(duration);
}

/** A sum alone: `98h30`, `20,150h`. */
export function hoursOf(minutes: Minutes): string {
  return hoursOfParts([minutes])[0] ?? "";
}

/** Whether a sum is told in whole hours. */
export function isLong(minutes: Minutes): boolean {
  return Math.abs(minutes) >= fewHours * 60;
}

/** Whole hours that add up to the rounded sum; those nearest to the next hour get it. */
function shareOut(parts: readonly Minutes[], sum: Minutes): number[] {
  const floors = parts.map((part) => Math.floor(part / 60));
  const missing = Math.round(sum / 60) - floors.reduce((total, hours) => total + hours, 0);
  const nearest = parts.map((part, index) => ({ index, rest: part - (floors[index] ?? 0) * 60 }));
  nearest.sort((a, b) => b.rest - a.rest || a.index - b.index);
  const raised = new Set(nearest.slice(0, missing).map(({ index }) => index));
  return floors.map((hours, index) => hours + (raised.has(index) ? 1 : 0));
}
