import type { Minutes } from "./time/minutes.ts";

/** How a person's hours of a day are rounded before they leave: to the next, the lower or the upper whole multiple of so many minutes. */
export type Rounding = (typeof roundings)[number];

/** Every rule there is, as the settings screen offers them. */
export const roundings = [
  ...(["exact", "nearest-6", "nearest-15", "nearest-30", "down-6", "down-15", "down-30"] as const),
  ...(["up-6", "up-15", "up-30"] as const),
];

type Direction = "nearest" | "down" | "up";

/**
 * Rounds the sum of a day once and lets the parts add up to it: `[50, 50, 22]` with `nearest-15` is `[45, 45, 30]`. Each part is a whole
 * number of steps, less than one step from its own minutes; what is left goes to the largest remainders, to the first of equal
 * ones. `step` are the least minutes that the product keeps.
 */
export function roundParts(parts: readonly Minutes[], rounding: Rounding, step: Minutes): Minutes[] {
  const { direction, size } = ruleOf(rounding, step);
  const total = parts.reduce((sum, minutes) => sum + minutes, 0);
  const steps = parts.map((minutes) => Math.floor(minutes / size));
  const left = inSteps(total / size, direction) - steps.reduce((sum, count) => sum + count, 0);
  const byRemainder = parts.map((minutes, n) => ({ n, remainder: minutes % size }));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.n - b.n);
  const lucky = new Set(byRemainder.slice(0, left).map(({ n }) => n));
  return steps.map((count, n) => (count + Number(lucky.has(n))) * size);
}

/** Whether a stored text names a rule; one of another version is none. */
export function isRounding(text: string): text is Rounding {
  return roundings.some((one) => one === text);
}

/** With `exact` only what the product does not keep is rounded. */
function ruleOf(rounding: Rounding, step: Minutes): { readonly direction: Direction; readonly size: Minutes } {
  if (rounding === "exact") return { direction: "nearest", size: step };
  const [direction, minutes] = rounding.split("-") as [Direction, string];
  return { direction, size: leastMultiple(Number(minutes), step) };
}

function inSteps(steps: number, direction: Direction): number {
  if (direction === "nearest") return Math.floor(steps + 0.5);
  return direction === "down" ? Math.floor(steps) : Math.ceil(steps);
}

function leastMultiple(a: number, b: number): number {
  return (a / greatestDivisor(a, b)) * b;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
