import { expect, test } from "vitest";
import { type MonthSoFar, monthlyLimit, overtimeLevels, overtimeMonth } from "./overtime-month.ts";

function month(more: Partial<MonthSoFar>) {
  return overtimeMonth({ minutes: 0, approvedAhead: 0, weeks: [], daysLeft: 0, ...more });
}

test("the levels are 24, 30 and the lawful 36 hours", () => {
  expect([...overtimeLevels, monthlyLimit].map((minutes) => minutes / 60)).toEqual([24, 30, 36, 36]);
});

test("a month is at the highest level it reached", () => {
  const levels = [0, 1439, 1440, 1799, 1800, 2159, 2160, 3000].map((minutes) => month({ minutes }).level);
  expect(levels).toEqual([null, null, 1440, 1440, 1800, 1800, 2160, 2160]);
});

test("the pace of the last weeks goes on for the days left, rounded down", () => {
  const so = month({ minutes: 1400, weeks: [300, 400, 500, 600], daysLeft: 10 });
  expect(so).toEqual({ minutes: 1400, forecast: 2042, level: null, forecastLevel: 1800 });
  expect(month({ weeks: [100], daysLeft: 1 }).forecast).toBe(14);
  expect(month({ weeks: [0, 700], daysLeft: 7 }).forecast).toBe(350);
});

test("what is approved ahead counts where it is more than the pace", () => {
  expect(month({ minutes: 100, approvedAhead: 351, weeks: [0, 700], daysLeft: 7 }).forecast).toBe(451);
  expect(month({ minutes: 100, approvedAhead: 349, weeks: [0, 700], daysLeft: 7 }).forecast).toBe(450);
});

test("without a complete week only what is approved lies ahead", () => {
  expect(month({ minutes: 2100, approvedAhead: 60, daysLeft: 20 })).toEqual({
    ...{ minutes: 2100, forecast: 2160, level: 1800, forecastLevel: 2160 },
  });
  expect(month({ minutes: 2100, daysLeft: 20 }).forecast).toBe(2100);
});
