import { expect, test } from "vitest";
import { amountOf, rateOn } from "./money.ts";

test("an amount is whole fen, a half rounded up", () => {
  expect(amountOf(60, 12_345)).toBe(12_345);
  expect([29, 30, 31].map((fen) => amountOf(1, fen))).toEqual([0, 1, 1]);
  expect(amountOf(90, 3_333)).toBe(5_000);
  expect(amountOf(0, 12_345)).toBe(0);
});

test("a rate holds from its date until the next one", () => {
  const rates = [
    { from: "2026-07-01", fenPerHour: 9_000 },
    { from: "2026-01-01", fenPerHour: 8_000 },
  ];
  expect(rateOn(rates, "2025-12-31")).toBeNull();
  expect(rateOn(rates, "2026-06-30")?.fenPerHour).toBe(8_000);
  expect(rateOn(rates, "2026-07-01")?.fenPerHour).toBe(9_000);
  expect(rateOn([], "2026-07-01")).toBeNull();
});
