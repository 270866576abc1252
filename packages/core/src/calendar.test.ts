import { expect, test } from "vitest";
import { type Calendar, dayKindOf } from "./calendar.ts";

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
