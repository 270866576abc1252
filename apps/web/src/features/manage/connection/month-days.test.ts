import { expect, test } from "vitest";
import type { CallSummary } from "../../../api.ts";
import { daysIn, kindSums, monthDays } from "./month-days.ts";

const summary = {
  ...{ month: "2026-09", used: 15, limit: 5000, apis: [], elsewhere: null },
  days: [
    { date: "2026-09-02", used: 10, failed: 1, kinds: [{ kind: "punches", used: 10 }] },
    {
      ...{ date: "2026-09-04", used: 5, failed: 0 },
      kinds: [
        { kind: "leaves", used: 4 },
        { kind: "punches", used: 1 },
      ],
    },
  ],
} satisfies CallSummary;

test("every day until today has its place, also those without calls", () => {
  expect(monthDays(summary, 5).map(({ used, sum }) => [used, sum])).toEqual([
    [0, 0],
    [10, 10],
    [0, 10],
    [5, 15],
    [0, 15],
  ]);
});

test("kinds are summed over the month, the most first, and add up to what was used", () => {
  expect(kindSums(summary)).toEqual([
    { kind: "punches", used: 11 },
    { kind: "leaves", used: 4 },
  ]);
});

test.each([
  ["2026-02", 28],
  ["2028-02", 29],
  ["2026-09", 30],
  ["2026-12", 31],
])("%s has %i days", (month, days) => {
  expect(daysIn(month)).toBe(days);
});
