import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryShifts } from "./arbitrary-quota.ts";
import { orderPulls } from "./day-pull.ts";
import { type DayOfPulls, freshnessOf, freshnessOfWaits } from "./pull-freshness.ts";
import { freshnessByMinute } from "./pull-minute-by-minute.ts";
import type { ExpectedShift } from "./punch-habit.ts";
import { at } from "./testing.ts";

const office: ExpectedShift = { people: 20, punches: [at("09:00"), at("18:00")] };

function day(more: Partial<DayOfPulls>): DayOfPulls {
  return { shifts: [office], pulls: [], collectEvery: null, nightAt: at("02:10"), rounds: 1, ...more };
}

test("without pulls by day the hours are there after the night", () => {
  expect(freshnessOf(day({}))).toEqual({ median: 491, p95: 1048 });
});

test("a pull after the start and one after the end leave only those who work late to the night", () => {
  expect(freshnessOf(day({ pulls: orderPulls([office]).slice(0, 2) }))).toEqual({ median: 13, p95: 430 });
  expect(freshnessOf(day({ pulls: orderPulls([office]).slice(0, 3) }))).toEqual({ median: 12, p95: 72 });
});

test("pushed punches wait for their collection", () => {
  expect(freshnessOf(day({ collectEvery: 1 }))).toEqual({ median: 1, p95: 1 });
  expect(freshnessOf(day({ collectEvery: 10 }))).toEqual({ median: 5, p95: 10 });
});

test("where a night takes only a part, the others wait for theirs", () => {
  expect(freshnessOf(day({ rounds: 2 }))).toEqual({ median: 1051, p95: 2485 });
  expect(freshnessOf(day({ rounds: 0 }))).toBeNull();
});

test("nobody expected has no freshness", () => {
  expect(freshnessOf(day({ shifts: [] }))).toBeNull();
  expect(freshnessOf(day({ shifts: [{ people: 5, punches: [] }] }))).toBeNull();
  expect(freshnessOfWaits([])).toBeNull();
});

test("half of the waits are no longer than the median, 95 of 100 no longer than p95", () => {
  expect(freshnessOfWaits([0, 50, 44, 1, 0, 5])).toEqual({ median: 1, p95: 3 });
  expect(freshnessOfWaits([0, 49, 46, 0, 5])).toEqual({ median: 2, p95: 2 });
  expect(freshnessOfWaits([7])).toEqual({ median: 0, p95: 0 });
});

test("it is what waiting minute by minute gives", () => {
  const dayOfPulls = fc
    .tuple(
      arbitraryShifts,
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom(null, null, 60, 30, 1),
      fc.constantFrom(0, 1, 1, 3),
    )
    .map(([shifts, pulls, collectEvery, rounds]) => {
      return day({ shifts, pulls: orderPulls(shifts).slice(0, pulls), collectEvery, rounds });
    });
  fc.assert(
    fc.property(dayOfPulls, (one) => {
      expect(freshnessOf(one)).toEqual(freshnessByMinute(one));
    }),
    { numRuns: 60 },
  );
}, 30_000);
