import { expect, test } from "vitest";
import type { CalendarYear } from "../../../api.ts";
import { countDays, daysOfYear, kindsFor, letterOf, saidOf, wishFor, type YearDay } from "./year-days.ts";

const lin = { id: "lin", name: "林岚", title: null };
const view: CalendarYear = {
  ...{ year: 2026, source: "通知", editable: true, openFrom: "2026-09-01", history: [] },
  days: [
    { date: "2026-09-20", kind: "swapped-workday", published: "swapped-workday", override: null },
    { date: "2026-10-01", kind: "statutory", published: "statutory", override: null },
    { date: "2026-10-05", kind: "in-lieu-rest", published: "in-lieu-rest", override: null },
    {
      ...{ date: "2026-10-09", kind: "rest", published: null },
      override: { reason: "公司周年", by: lin, at: "2026-09-17T10:02:00+08:00" },
    },
  ],
};

function on(date: string): YearDay {
  const day = daysOfYear(view).find((one) => one.date === date);
  if (day === undefined) throw new Error(`${date} is missing`);
  return day;
}

test("a year has all its days, each as the notice or its weekday says", () => {
  const days = daysOfYear(view);
  expect(days).toHaveLength(365);
  expect(on("2026-09-16")).toMatchObject({ kind: "workday", isNamed: false, override: null });
  expect(on("2026-09-19")).toMatchObject({ kind: "rest", given: "rest" });
  expect(on("2026-09-20")).toMatchObject({ kind: "swapped-workday", isNamed: true });
  expect(on("2026-10-09")).toMatchObject({ kind: "rest", given: "workday", isNamed: false });
});

test("what lies before the first open day is closed", () => {
  expect(on("2026-08-31").isClosed).toBe(true);
  expect(on("2026-09-01").isClosed).toBe(false);
  expect(daysOfYear({ ...view, openFrom: null }).some(({ isClosed }) => isClosed)).toBe(false);
});

test("only a day unlike its weekday bears a letter", () => {
  expect(
    ["2026-09-16", "2026-09-19", "2026-09-20", "2026-10-01", "2026-10-05", "2026-10-09"].map(on).map(letterOf),
  ).toEqual([null, null, "swapped", "statutory", "rest", "rest"]);
});

test("the kinds of all days add up to the year", () => {
  const counts = countDays(daysOfYear(view));
  expect(counts).toMatchObject({ statutory: 1, "swapped-workday": 1, "in-lieu-rest": 1 });
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(365);
});

test("a weekday is not offered as a swapped one, nor a Sunday as an ordinary workday", () => {
  expect(kindsFor(on("2026-09-16"))).not.toContain("swapped-workday");
  expect(kindsFor(on("2026-09-19"))).not.toContain("workday");
  expect(kindsFor(on("2026-10-09"))).toContain("rest");
});

test("choosing what holds anyway takes the company's word back", () => {
  expect(wishFor(on("2026-10-09"), "workday")).toBe(null);
  expect(wishFor(on("2026-10-09"), "statutory")).toBe("statutory");
  expect(saidOf(on("2026-10-09"))).toBe("rest");
  expect(saidOf(on("2026-10-01"))).toBe(null);
});
