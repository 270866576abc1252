import { expect, test } from "vitest";
import { payPercent } from "./pay.ts";
import type { WorkSystem } from "./terms.ts";

function paid(system: WorkSystem, lieu: boolean) {
  return ([null, "workday", "rest", "statutory"] as const).map((overtime) => payPercent(system, overtime, lieu));
}

test("standard hours pay overtime 150, 200 and 300 %", () => {
  expect(paid("standard", false)).toEqual([100, 150, 200, 300]);
});

test("rest days given back as time off are paid plainly, other overtime as ever", () => {
  expect(paid("standard", true)).toEqual([100, 150, 100, 300]);
});

test("comprehensive hours pay holidays day by day, the rest by the cycle", () => {
  expect([paid("comprehensive", false), paid("comprehensive", true)]).toEqual([
    [100, 100, 100, 300],
    [100, 100, 100, 300],
  ]);
});

test("irregular hours know no overtime", () => {
  expect([paid("irregular", false), paid("irregular", true)]).toEqual([
    [100, 100, 100, 100],
    [100, 100, 100, 100],
  ]);
});
