import fc from "fast-check";
import { expect, it } from "vitest";
import { hoursOf, minutesOfHours } from "./amount.ts";

it("every minute of a day survives the decimal hours", () => {
  for (let minutes = 0; minutes <= 1440; minutes += 1) expect(minutesOfHours(hoursOf(minutes))).toBe(minutes);
});

it("any length survives, also as text and in a column of single precision", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 999 }), (minutes) => {
      const hours = hoursOf(minutes);
      expect(minutesOfHours(Number(String(hours)))).toBe(minutes);
      expect(minutesOfHours(Math.fround(hours))).toBe(minutes);
    }),
  );
});

it("hours have at most two decimals", () => {
  for (let minutes = 0; minutes <= 1440; minutes += 1) expect(String(hoursOf(minutes))).toMatch(/^\d+(\.\d{1,2})?$/);
});
