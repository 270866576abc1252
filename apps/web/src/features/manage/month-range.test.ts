import { expect, test } from "vitest";
import { besides, holdsMonth, ownRange, quarterOf, rangeAround } from "./month-range.ts";

test("a month lies in its quarter and its year", () => {
  expect(rangeAround("2026-09", "month")).toMatchObject({ from: "2026-09", to: "2026-09" });
  expect(rangeAround("2026-09", "quarter")).toMatchObject({ from: "2026-07", to: "2026-09" });
  expect(rangeAround("2026-09", "year")).toMatchObject({ from: "2026-01", to: "2026-12" });
  expect(quarterOf("2026-07")).toBe(3);
  expect(holdsMonth(rangeAround("2026-09", "quarter"), "2026-10")).toBe(false);
});

test("what comes before and after is as long, across the turn of the year", () => {
  expect(besides(rangeAround("2026-01", "month"), -1)).toMatchObject({ from: "2025-12", to: "2025-12" });
  expect(besides(rangeAround("2026-11", "quarter"), 1)).toMatchObject({ from: "2027-01", to: "2027-03" });
  expect(besides(ownRange("2026-01", "2026-02"), -1)).toEqual({ kind: "own", from: "2025-11", to: "2025-12" });
});

test("any months are put in order and cut at three years", () => {
  expect(ownRange("2026-09", "2026-01")).toEqual({ kind: "own", from: "2026-01", to: "2026-09" });
  expect(ownRange("2020-01", "2026-09")).toMatchObject({ from: "2020-01", to: "2022-12" });
});
