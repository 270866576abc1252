import { expect, test } from "vitest";
import { heatOf, isNearLimit, mostIn } from "./heat.ts";

function pe(weeks: number[], monthOvertime = 0, forecastOvertime = 0) {
  return { person: { id: "p", name: "p", title: null }, weeks, total: 0, monthOvertime, forecastOvertime };
}

test("more hours are darker, none are blank, and the most are darkest", () => {
  const most = mostIn([pe([0, 2400]), pe([1200, 600])]);
  expect(most).toBe(2400);
  expect(heatOf(0, most)).toBe(0);
  expect(heatOf(2400, most)).toBe(1);
  expect(heatOf(1200, most)).toBeGreaterThan(heatOf(600, most));
  expect(heatOf(0, mostIn([]))).toBe(0);
});

test("overtime near 36 hours, now or by the month's end, is something to see to", () => {
  expect(isNearLimit(pe([], 29 * 60, 36 * 60))).toBe(false);
  expect(isNearLimit(pe([], 30 * 60, 30 * 60))).toBe(true);
  expect(isNearLimit(pe([], 25 * 60, 38 * 60))).toBe(true);
});
