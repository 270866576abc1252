import fc from "fast-check";
import { expect, test } from "vitest";
import {
  cycleBalance,
  cycleOf,
  defaultTerms,
  hourlyFen,
  makeTerms,
  monthlyMinutes,
  type Terms,
  termsOn,
} from "./terms.ts";

const yearly: Terms = { from: "2026-07-01", system: "comprehensive", cycle: "year", dailyMinutes: 480 };

test("terms hold from their date until the next ones, eight standard hours before the first", () => {
  const irregular: Terms = { from: "2026-01-01", system: "irregular", cycle: null, dailyMinutes: 420 };
  const on = (date: string) => termsOn([yearly, irregular], date);
  expect(on("2025-12-31")).toBe(defaultTerms);
  expect([on("2026-01-01"), on("2026-06-30")]).toEqual([irregular, irregular]);
  expect([on("2026-07-01"), on("2027-01-01")]).toEqual([yearly, yearly]);
  expect(termsOn([irregular, yearly], "2026-07-01")).toBe(yearly);
  expect(termsOn([yearly, { ...yearly, dailyMinutes: 420 }], "2026-07-01")).toBe(yearly);
  expect(defaultTerms).toEqual({ from: "1970-01-01", system: "standard", cycle: null, dailyMinutes: 480 });
});

test("a cycle belongs to comprehensive hours, and to them alone", () => {
  expect(makeTerms(yearly)).toEqual({ ok: true, value: yearly });
  expect(makeTerms(defaultTerms).ok).toBe(true);
  expect(makeTerms({ ...yearly, cycle: null })).toEqual({ ok: false, problem: "cycle-missing" });
  for (const system of ["standard", "irregular"] as const) {
    expect(makeTerms({ ...yearly, system })).toEqual({ ok: false, problem: "cycle-unexpected" });
  }
});

test("a day has whole minutes from one hour to twelve", () => {
  const made = (dailyMinutes: number) => makeTerms({ ...defaultTerms, dailyMinutes });
  expect([60, 720].every((minutes) => made(minutes).ok)).toBe(true);
  for (const minutes of [59, 721, 450.5, Number.NaN, Number.POSITIVE_INFINITY]) {
    expect(made(minutes)).toEqual({ ok: false, problem: "daily-minutes-out-of-range" });
  }
});

test("a month of eight hours a day has 20.67 days of them", () => {
  expect(monthlyMinutes(480)).toBe(9922);
  expect([100, 150].map(monthlyMinutes)).toEqual([2067, 3101]);
});

test("an hour is worth the monthly wage over 21.75 days", () => {
  expect(hourlyFen(1_740_000, 480)).toBe(10_000);
  expect(hourlyFen(1_000_000, 480)).toBe(5_747);
  expect([86, 87, 88].map((fen) => hourlyFen(fen, 480))).toEqual([0, 1, 1]);
});

test("the worth of an hour is rounded once and exactly", () => {
  const wage = fc.integer({ min: 0, max: 1_000_000_000_000 });
  fc.assert(
    fc.property(wage, fc.integer({ min: 60, max: 720 }), (fen, daily) => {
      const [over, under] = [BigInt(fen) * 6000n, 2175n * BigInt(daily)];
      expect(hourlyFen(fen, daily)).toBe(Number((2n * over + under) / (2n * under)));
    }),
  );
});

test("a cycle is the week, month, quarter or year around a date", () => {
  expect(cycleOf("2026-09-16", "week")).toEqual({ first: "2026-09-14", last: "2026-09-20" });
  expect(cycleOf("2026-09-16", "month")).toEqual({ first: "2026-09-01", last: "2026-09-30" });
  expect(cycleOf("2026-09-16", "year")).toEqual({ first: "2026-01-01", last: "2026-12-31" });
  const quarters = ["2026-01-01", "2028-03-31", "2026-05-09", "2026-09-30", "2026-12-01"];
  expect(quarters.map((date) => cycleOf(date, "quarter"))).toEqual([
    { first: "2026-01-01", last: "2026-03-31" },
    { first: "2028-01-01", last: "2028-03-31" },
    { first: "2026-04-01", last: "2026-06-30" },
    { first: "2026-07-01", last: "2026-09-30" },
    { first: "2026-10-01", last: "2026-12-31" },
  ]);
});

test("beyond a cycle's plan is what was attended above it, statutory holidays left out", () => {
  expect(cycleBalance({ attended: 10_800, planned: 9_600, statutory: 480 })).toEqual({ beyond: 720 });
  expect(cycleBalance({ attended: 10_080, planned: 9_600, statutory: 480 })).toEqual({ beyond: 0 });
  expect(cycleBalance({ attended: 9_000, planned: 9_600, statutory: 0 })).toEqual({ beyond: 0 });
});
