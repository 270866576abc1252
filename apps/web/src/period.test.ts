import { describe, expect, it } from "vitest";
import { calendarWeeks, datesOf, daysIn, holds, monthOf, neighbour, rangeOf, weekOf } from "./period.ts";

describe("a week", () => {
  it("runs from Monday to Sunday, whichever of its days is asked for", () => {
    const week = { kind: "week", first: "2026-09-14", last: "2026-09-20" };
    for (const date of datesOf(weekOf("2026-09-14"))) expect(weekOf(date)).toEqual(week);
  });

  it("crosses the turn of the year", () => {
    expect(weekOf("2027-01-01")).toEqual({ kind: "week", first: "2026-12-28", last: "2027-01-03" });
  });
});

describe("a month", () => {
  it("knows its length, in leap years too", () => {
    expect(monthOf("2026-09-17").last).toBe("2026-09-30");
    expect(monthOf("2028-02-29").last).toBe("2028-02-29");
    expect(monthOf("2026-12-31").last).toBe("2026-12-31");
  });

  it("lies on a calendar page of whole weeks with empty corners", () => {
    const weeks = calendarWeeks(monthOf("2026-09-17"));
    expect(weeks).toHaveLength(5);
    expect(weeks[0]).toEqual([
      null,
      "2026-09-01",
      "2026-09-02",
      "2026-09-03",
      "2026-09-04",
      "2026-09-05",
      "2026-09-06",
    ]);
    expect(weeks.flat().filter((date) => date !== null)).toEqual(datesOf(monthOf("2026-09-17")));
  });
});

describe("neighbours", () => {
  it("go one week or one month, and come back", () => {
    expect(neighbour(weekOf("2026-09-17"), -1).first).toBe("2026-09-07");
    expect(neighbour(monthOf("2026-01-31"), 1)).toEqual(monthOf("2026-02-01"));
    expect(neighbour(neighbour(monthOf("2026-03-05"), -1), 1)).toEqual(monthOf("2026-03-01"));
  });

  it("move a range by its own length", () => {
    const range = rangeOf("2026-09-10", "2026-09-01");
    expect(daysIn(range)).toBe(10);
    expect(neighbour(range, 1)).toEqual(rangeOf("2026-09-11", "2026-09-20"));
    expect(neighbour(range, -1)).toEqual(rangeOf("2026-08-22", "2026-08-31"));
  });

  it("do not overlap", () => {
    expect(holds(neighbour(weekOf("2026-09-17"), 1), "2026-09-20")).toBe(false);
  });
});
