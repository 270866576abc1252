import { instantAt } from "@today/core/time/zone";
import { expect, test } from "vitest";
import { isDayPullDue, nextPullAt } from "./day-cadence.ts";

const hour = 60;

function at(date: string, minute: number): number {
  return instantAt(date, minute, "Asia/Shanghai");
}

/** How many of a day's thirty slots are due when every pull made is paid. */
function pullsOf(date: string, budget: { monthlyCalls: number; used: number; people: number }): number {
  let { used } = budget;
  let pulls = 0;
  for (let slot = 0; slot < 30; slot += 1) {
    if (!isDayPullDue({ ...budget, used }, at(date, 8 * hour + 12 + slot * 30))) continue;
    pulls += 1;
    used += Math.ceil(budget.people / 50);
  }
  return pulls;
}

test("a small company is pulled every half hour of the working day", () => {
  expect(pullsOf("2026-09-01", { monthlyCalls: 5000, used: 0, people: 120 })).toBe(30);
});

test("a larger one is pulled as often as its calls allow, evenly", () => {
  expect(pullsOf("2026-09-01", { monthlyCalls: 5000, used: 0, people: 500 })).toBeLessThanOrEqual(15);
  expect(pullsOf("2026-09-01", { monthlyCalls: 5000, used: 0, people: 500 })).toBeGreaterThanOrEqual(6);
});

test("a whole month of nights and days stays within its calls", () => {
  for (const people of [40, 200, 500, 900]) {
    let used = 0;
    for (let day = 1; day <= 30; day += 1) {
      const date = `2026-09-${String(day).padStart(2, "0")}`;
      used += 5 * Math.ceil(people / 50) + 2 * Math.ceil(people / 100);
      used += pullsOf(date, { monthlyCalls: 5000, used, people }) * Math.ceil(people / 50);
    }
    expect(used, `${people} people`).toBeLessThanOrEqual(5000);
  }
});

test("nothing is pulled by day when the nights need all calls, and never at night", () => {
  expect(pullsOf("2026-09-01", { monthlyCalls: 5000, used: 4900, people: 500 })).toBe(0);
  expect(isDayPullDue({ monthlyCalls: 5000, used: 0, people: 100 }, at("2026-09-01", 3 * hour))).toBe(false);
});

test("the next pull is the next slot that is due, else the night", () => {
  const budget = { monthlyCalls: 5000, used: 0, people: 100 };
  expect(nextPullAt(budget, at("2026-09-01", 9 * hour))).toBe(at("2026-09-01", 9 * hour + 12));
  expect(nextPullAt(budget, at("2026-09-01", 23 * hour))).toBe(at("2026-09-02", 2 * hour + 10));
  expect(nextPullAt({ ...budget, used: 5000 }, at("2026-09-01", 9 * hour))).toBe(at("2026-09-02", 2 * hour + 10));
});
