import { expect, test } from "vitest";
import { type Calendar, dayKindOf, readCalendarFile, withOverrides } from "./calendar.ts";

const calendar: Calendar = {
  years: {
    "2026": { "2026-09-20": "swapped-workday", "2026-10-01": "statutory", "2026-10-05": "in-lieu-rest" },
    "2028": {},
  },
};

test("exceptions are what the calendar says", () => {
  const kinds = ["2026-09-20", "2026-10-01", "2026-10-05"].map((date) => dayKindOf(date, calendar));
  expect(kinds).toEqual([
    { ok: true, value: "swapped-workday" },
    { ok: true, value: "statutory" },
    { ok: true, value: "in-lieu-rest" },
  ]);
});

test("other days of a covered year are workdays, and rest days at the weekend", () => {
  const kinds = ["2026-09-18", "2026-09-19", "2026-09-27", "2026-09-21", "2028-01-01"].map((date) =>
    dayKindOf(date, calendar),
  );
  expect(kinds.map((kind) => kind.ok && kind.value)).toEqual(["workday", "rest", "rest", "workday", "rest"]);
});

test("a year without data is refused, never guessed", () => {
  expect(dayKindOf("2027-01-04", calendar)).toEqual({ ok: false, problem: "calendar-year-missing" });
});

const file = {
  year: 2027,
  source: "行政院人事行政總處 2027",
  days: { "2027-01-01": "statutory", "2027-02-13": "swapped-workday", "2027-02-15": "in-lieu-rest" },
};

test("another region's year is read as it is", () => {
  expect(readCalendarFile(file)).toEqual({ ok: true, value: file });
  expect(readCalendarFile({ ...file, days: {} })).toEqual({ ok: true, value: { ...file, days: {} } });
  const every = { "2027-01-01": "rest", "2027-01-02": "workday" };
  expect(readCalendarFile({ ...file, days: every }).ok).toBe(true);
});

test("what is beside year, source and days does not travel", () => {
  expect(readCalendarFile({ ...file, source: "  HR ", note: "draft" })).toEqual({
    ok: true,
    value: { ...file, source: "HR" },
  });
});

test("a file that says anything else is refused, with nothing guessed", () => {
  const days = [
    ...[null, [], "2027-01-01", { "2026-12-31": "statutory" }, { "2027-02-29": "rest" }, { "2027-1-1": "rest" }],
    ...[{ "2027-01-01": "holiday" }, { "2027-01-01": null }, { "2027-01-01": "statutory", __proto: "rest" }],
  ].map((wrong) => ({ ...file, days: wrong }));
  const years = ["2027", 2027.5, 1969, 10_000, undefined].map((year) => ({ ...file, year, days: {} }));
  const sources = ["", "  ", 7, undefined].map((source) => ({ ...file, source }));
  for (const wrong of [null, undefined, 7, "{}", [], [file], {}, ...days, ...years, ...sources]) {
    expect(readCalendarFile(wrong)).toEqual({ ok: false, problem: "calendar-file-malformed" });
  }
  for (const year of [1970, 9999]) expect(readCalendarFile({ ...file, year, days: {} }).ok).toBe(true);
});

test("a company's own days lie over the calendar, which stays as it was", () => {
  const own = withOverrides(calendar, { "2026-09-18": "rest", "2026-10-01": "workday", "2028-02-29": "statutory" });
  const kinds = ["2026-09-18", "2026-10-01", "2026-10-05", "2028-02-29"].map((date) => dayKindOf(date, own));
  expect(kinds.map((kind) => kind.ok && kind.value)).toEqual(["rest", "workday", "in-lieu-rest", "statutory"]);
  expect(dayKindOf("2026-10-01", calendar)).toEqual({ ok: true, value: "statutory" });
});

test("one's own day does not make an unknown year known", () => {
  const own = withOverrides(calendar, { "2027-01-04": "rest" });
  expect(dayKindOf("2027-01-04", own)).toEqual({ ok: false, problem: "calendar-year-missing" });
  expect(own).toEqual(calendar);
});
