import { expect, test } from "vitest";
import { daysOfWeek, weekNumber } from "./iso-week.ts";

test("an ISO week has its days, across the turn of the year too", () => {
  expect(daysOfWeek("2026-W38")).toMatchObject({ first: "2026-09-14", last: "2026-09-20" });
  expect(daysOfWeek("2026-W01")).toMatchObject({ first: "2025-12-29", last: "2026-01-04" });
  expect(daysOfWeek("2020-W53")).toMatchObject({ first: "2020-12-28", last: "2021-01-03" });
  expect(weekNumber("2026-W05")).toBe(5);
});
