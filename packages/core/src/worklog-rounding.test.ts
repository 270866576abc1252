import fc from "fast-check";
import { expect, test } from "vitest";
import { isRounding, roundings, roundParts } from "./worklog-rounding.ts";

const day = fc.record({
  parts: fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 12 }),
  rounding: fc.constantFrom(...roundings),
  step: fc.constantFrom(1, 5, 6, 15, 60),
});

function sum(parts: readonly number[]): number {
  return parts.reduce((all, minutes) => all + minutes, 0);
}

test("nothing is lost of exact minutes where every minute survives", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(900)), (parts) => {
      expect(roundParts(parts, "exact", 1)).toEqual(parts);
    }),
  );
});

test("parts add up to the sum rounded once, in whole steps, none below nothing and none a step away from itself", () => {
  fc.assert(
    fc.property(day, ({ parts, rounding, step }) => {
      const rounded = roundParts(parts, rounding, step);
      const whole = roundParts([sum(parts)], rounding, step);
      expect(rounded).toHaveLength(parts.length);
      expect(sum(rounded)).toBe(whole[0]);
      const size = rounding === "exact" ? step : roundParts([1], rounding.replace(/^\w+/, "up") as "up-6", step)[0];
      for (const [n, minutes] of rounded.entries()) {
        expect(minutes % (size ?? 1)).toBe(0);
        expect(minutes).toBeGreaterThanOrEqual(0);
        expect(Math.abs(minutes - (parts[n] ?? 0))).toBeLessThan(size ?? 1);
      }
    }),
  );
});

test("what is rounded stays as it is when it is rounded again", () => {
  fc.assert(
    fc.property(day, ({ parts, rounding, step }) => {
      const once = roundParts(parts, rounding, step);
      expect(roundParts(once, rounding, step)).toEqual(once);
    }),
  );
});

test.each([
  ["nearest-15", [50, 50, 22], [45, 45, 30]],
  ["nearest-30", [45], [60]],
  ["nearest-30", [44], [30]],
  ["down-15", [14, 14], [15, 0]],
  ["up-15", [1, 1, 1], [15, 0, 0]],
  ["nearest-6", [2], [0]],
  ["up-30", [], []],
] as const)("%s of %j is %j", (rounding, parts, rounded) => {
  expect(roundParts(parts, rounding, 1)).toEqual(rounded);
});

test("a rule and a product's step are kept to at the same time", () => {
  expect(roundParts([100], "nearest-15", 6)).toEqual([90]);
  expect(roundParts([100], "exact", 6)).toEqual([102]);
});

test("a rule is known by its name", () => {
  expect(roundings.every(isRounding)).toBe(true);
  expect(isRounding("nearest-7")).toBe(false);
});
