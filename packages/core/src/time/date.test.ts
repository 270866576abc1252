import fc from "fast-check";
import { expect, test } from "vitest";
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  dayRange,
  daysBetween,
  earlierOf,
  isWorkDate,
  isWorkingDay,
  laterOf,
  weekdayOf,
} from "./date.ts";

test("a date must exist and be written in full", () => {
  expect(["2026-09-14", "2028-02-29"].every(isWorkDate)).toBe(true);
  const none = [
    "2026-02-29",
    "2026-13-01",
    "2026-00-10",
    "2026-9-14",
    "20260914",
    "2026-09-14T00:00",
    "",
    "0000-01-01",
  ];
  expect(none.filter(isWorkDate)).toEqual([]);
});

test("adding days crosses months, years and leap days", () => {
  expect(addDays("2026-09-30", 1)).toBe("2026-10-01");
  expect(addDays("2027-01-01", -1)).toBe("2026-12-31");
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
});

test("days between dates are what adding them again gives", () => {
  const day = fc.integer({ min: -20_000, max: 40_000 }).map(dateOfDayNumber);
  fc.assert(
    fc.property(day, day, (from, to) => {
      expect(addDays(from, daysBetween(from, to))).toBe(to);
    }),
  );
});

test("the week begins with Monday as 1 and ends with Sunday as 7", () => {
  expect(["2026-09-14", "2026-09-19", "2026-09-20"].map(weekdayOf)).toEqual([1, 6, 7]);
  expect([dateOfDayNumber(-1), "1970-01-01"].map(weekdayOf)).toEqual([3, 4]);
});

test("a range holds both ends and is empty backwards", () => {
  expect(dayRange("2026-09-29", "2026-10-01")).toEqual(["2026-09-29", "2026-09-30", "2026-10-01"]);
  expect(dayRange("2026-10-01", "2026-09-29")).toEqual([]);
  expect(dayNumber("1970-01-02")).toBe(1);
});

test("only workdays and swapped workdays have a shift due", () => {
  expect((["workday", "swapped-workday"] as const).every(isWorkingDay)).toBe(true);
  expect((["rest", "statutory", "in-lieu-rest"] as const).some(isWorkingDay)).toBe(false);
});

test("of two dates one is the earlier and one the later, whichever is named first", () => {
  for (const [a, b] of [
    ["2026-09-14", "2026-10-01"],
    ["2026-10-01", "2026-09-14"],
  ] as const) {
    expect(earlierOf(a, b)).toBe("2026-09-14");
    expect(laterOf(a, b)).toBe("2026-10-01");
  }
  expect([earlierOf("2026-09-14", "2026-09-14"), laterOf("2026-09-14", "2026-09-14")]).toEqual([
    "2026-09-14",
    "2026-09-14",
  ]);
});
