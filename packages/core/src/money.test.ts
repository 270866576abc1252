import fc from "fast-check";
import { expect, test } from "vitest";
import { amountOf, rateOn } from "./money.ts";

test("an amount is whole fen, a half rounded up", () => {
  expect(amountOf(60, 12_345)).toBe(12_345);
  expect([29, 30, 31].map((fen) => amountOf(1, fen))).toEqual([0, 1, 1]);
  expect(amountOf(90, 3_333)).toBe(5_000);
  expect(amountOf(0, 12_345)).toBe(0);
});

test("a percentage is part of the one rounding", () => {
  expect([100, 150, 200, 300].map((percent) => amountOf(60, 8_000, percent))).toEqual([8_000, 12_000, 16_000, 24_000]);
  expect([19, 20].map((fen) => amountOf(1, fen, 150))).toEqual([0, 1]);
  expect(amountOf(1, 9, 300)).toBe(0);
});

test("minutes taken back give back what they cost", () => {
  expect(amountOf(-1, 30)).toBe(-1);
  expect(Object.is(amountOf(-1, 29), 0)).toBe(true);
});

test("an amount is exact as far as whole numbers go", () => {
  const percent = fc.constantFrom(100, 150, 200, 300);
  const minutes = fc.integer({ min: 0, max: 10_000_000 });
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(minutes, share, percent, (length, part, rate) => {
      const fen = Math.floor((part * (Number.MAX_SAFE_INTEGER - 3000)) / (Math.max(1, length) * rate));
      const exact = (BigInt(length) * BigInt(fen) * BigInt(rate) + 3000n) / 6000n;
      expect(amountOf(length, fen, rate)).toBe(Number(exact));
      expect(amountOf(length, fen, rate) + amountOf(-length, fen, rate)).toBe(0);
    }),
  );
});

test("a rate holds from its date until the next one", () => {
  const rates = [
    { from: "2026-07-01", fenPerHour: 9_000 },
    { from: "2026-01-01", fenPerHour: 8_000 },
  ];
  expect(rateOn(rates, "2025-12-31")).toBeNull();
  expect(rateOn(rates, "2026-06-30")?.fenPerHour).toBe(8_000);
  expect(rateOn(rates, "2026-07-01")?.fenPerHour).toBe(9_000);
  expect(rateOn(rates.toReversed(), "2026-07-01")?.fenPerHour).toBe(9_000);
  expect(rateOn([], "2026-07-01")).toBeNull();
});

test("of two rates from one date the first in the list holds", () => {
  const rates = [8_000, 9_000].map((fenPerHour) => ({ from: "2026-01-01", fenPerHour }));
  expect(rateOn(rates, "2026-01-01")?.fenPerHour).toBe(8_000);
});
