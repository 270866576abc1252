import { expect, test } from "vitest";
import { publishedYear } from "./published-year.ts";

function of(kind: string, year: number): string[] {
  return Object.entries(publishedYear(year)?.days ?? {}).flatMap(([date, one]) =>
    one === kind ? [date.slice(5)] : [],
  );
}

test("2026 has the thirteen statutory days of the law", () => {
  expect(of("statutory", 2026)).toEqual([
    ...["01-01", "02-16", "02-17", "02-18", "02-19", "04-05", "05-01", "05-02", "06-19", "09-25"],
    ...["10-01", "10-02", "10-03"],
  ]);
});

test("the days worked for a holiday are swapped workdays and its other days off are in lieu", () => {
  expect(of("swapped-workday", 2026)).toEqual(["01-04", "02-14", "02-28", "05-09", "09-20", "10-10"]);
  expect(of("in-lieu-rest", 2026)).toContain("10-06");
  expect(of("in-lieu-rest", 2026)).not.toContain("10-10");
});

test("before 2025 there were eleven", () => {
  expect(of("statutory", 2024)).toEqual([
    ...["01-01", "02-10", "02-11", "02-12", "04-04", "05-01", "06-10", "09-17", "10-01", "10-02", "10-03"],
  ]);
});

test("a year that is not published is not guessed", () => {
  expect(publishedYear(2031)).toBeNull();
});
