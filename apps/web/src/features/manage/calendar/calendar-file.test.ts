import { readCalendarFile } from "@today/core/calendar";
import { expect, test } from "vitest";
import type { CalendarYear } from "../../../api.ts";
import { changedBy, exampleOf, readYearFile } from "./calendar-file.ts";

const days = { "2027-01-01": "statutory", "2027-02-06": "swapped-workday" } as const;
const read = (value: unknown) => readYearFile(JSON.stringify(value), 2027);
const unknown: CalendarYear = { year: 2027, source: null, days: [], editable: true, openFrom: null, history: [] };

test("a sound file is read, its year may be left out", () => {
  expect(read({ year: 2027, source: " 香港 2027 ", days })).toEqual({ file: { source: "香港 2027", days } });
  expect(read({ source: "香港 2027", days })).toEqual({ file: { source: "香港 2027", days } });
});

test("everything that is wrong is named, with what it is", () => {
  const wrong = { "2027-02-30": "rest", "2026-01-01": "rest", "2027-01-01": "holiday" };
  expect(read({ year: 2026, days: wrong })).toEqual({
    faults: [
      { name: "other-year", value: "2026" },
      { name: "no-source" },
      { name: "no-date", value: "2027-02-30" },
      { name: "date-of-other-year", value: "2026-01-01" },
      { name: "no-kind", date: "2027-01-01", value: "holiday" },
    ],
  });
  expect(read({ source: "x".repeat(101), days })).toEqual({ faults: [{ name: "long-source" }] });
  expect(read({ source: "香港", days: [] })).toEqual({ faults: [{ name: "no-days" }] });
  expect(readYearFile("姓名,日期", 2027)).toEqual({ faults: [{ name: "not-json" }] });
  expect(readYearFile("[]", 2027)).toEqual({ faults: [{ name: "not-json" }] });
  expect(readYearFile(" ".repeat(100_001), 2027)).toEqual({ faults: [{ name: "too-big" }] });
});

test("what is read here the server takes too, the example first", () => {
  for (const year of [2026, 2027, 2028]) {
    const text = exampleOf(year, "香港");
    expect(readYearFile(text, year)).toHaveProperty("file");
    expect(readCalendarFile(JSON.parse(text)).ok).toBe(true);
  }
});

test("a file changes the days it makes another kind, except those the company spoke of, and all of an unknown year", () => {
  const file = { source: "香港", days: { "2027-01-01": "statutory", "2027-03-01": "rest" } } as const;
  expect(changedBy(file, unknown)).toHaveLength(365);
  const override = { reason: "周年", by: { id: "lin", name: "林岚", title: null }, at: "2026-09-17T10:02:00+08:00" };
  const known: CalendarYear = {
    ...{ ...unknown, source: "通知", openFrom: "2027-02-01" },
    days: [
      { date: "2027-01-01", kind: "statutory", published: "statutory", override: null },
      { date: "2027-01-04", kind: "in-lieu-rest", published: "in-lieu-rest", override: null },
      { date: "2027-03-01", kind: "workday", published: null, override },
    ],
  };
  expect(changedBy(file, known)).toEqual([{ date: "2027-01-04", isClosed: true }]);
  expect(changedBy({ ...file, days: {} }, known)).toContainEqual({ date: "2027-01-01", isClosed: true });
});
