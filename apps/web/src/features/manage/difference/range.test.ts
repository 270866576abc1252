import { expect, test } from "vitest";
import { daysOf, faultOf, usualRange } from "./range.ts";

const today = "2026-09-17";

test("the seven days up to yesterday are offered", () => {
  const range = usualRange(today);
  expect([range, daysOf(range), faultOf(today, range)]).toEqual([{ from: "2026-09-10", to: "2026-09-16" }, 7, null]);
});

test("31 days at most, in order, over, and of the last half year", () => {
  expect(faultOf(today, { from: "2026-08-17", to: "2026-09-16" })).toBeNull();
  expect(faultOf(today, { from: "2026-08-16", to: "2026-09-16" })).toBe("tooLong");
  expect(faultOf(today, { from: "2026-09-16", to: "2026-09-15" })).toBe("reversed");
  expect(faultOf(today, { from: "2026-09-15", to: "2026-09-17" })).toBe("rangeHint");
  expect(faultOf(today, { from: "2026-03-01", to: "2026-03-05" })).toBe("rangeHint");
});
