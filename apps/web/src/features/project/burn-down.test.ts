import { expect, test } from "vitest";
import type { ProjectReport } from "../../api.ts";
import { burnDown, plannedLeft, pointNear } from "./burn-down.ts";
import { drawBurn } from "./burn-drawing.ts";

const project = { id: "a", code: "A", name: "A", shortName: "A", mark: "A", color: 1, startsOn: null, closedOn: null };
const forecast = { endsOn: "2026-11-22", earliest: "2026-11-14", latest: "2026-12-02", daysEarly: 26, weekly: 37_200 };
const budget = { version: 1, minutes: 1_560_000, endsOn: "2026-12-18" };

function re(over: Partial<ProjectReport> = {}) {
  const burn = [
    { date: "2026-07-31", used: 600_000 },
    { date: "2026-08-31", used: 900_000 },
    { date: "2026-09-17", used: 1_209_000 },
  ];
  return burnDown({ project, burn, budget, forecast, ...over });
}

const room = { width: 340, height: 240, left: 40, top: 20, bottom: 20 };

test("it begins with the whole budget and comes to what is left today", () => {
  const burn = re();
  expect(burn?.points[0]).toEqual({ date: "2026-07-01", left: 1_560_000 });
  expect(burn?.points.at(-1)).toEqual({ date: "2026-09-17", left: 351_000 });
  expect(burn?.last).toBe("2026-12-18");
  expect(re({ project: { ...project, startsOn: "2026-06-15" } })?.first).toBe("2026-06-15");
  expect(re({ project: { ...project, startsOn: "2026-09-01" } })?.first).toBe("2026-07-01");
});

test("without a budget or without hours there is nothing to draw", () => {
  expect(re({ budget: null })).toBeNull();
  expect(re({ budget: { ...budget, minutes: null } })).toBeNull();
  expect(re({ burn: [] })).toBeNull();
});

test("an overrun goes below the line, and has no forecast any more", () => {
  const burn = re({ burn: [{ date: "2026-09-17", used: 1_700_000 }] });
  expect(burn).toMatchObject({ floor: -140_000, ends: null });
  const drawing = burn && drawBurn(burn, room);
  expect(drawing?.today.y).toBe(220);
  expect(drawing?.placeOf("2026-09-01", 0).y).toBeLessThan(220);
});

test("a forecast far away takes no more room than the past", () => {
  const far = { ...forecast, endsOn: "2031-01-01", earliest: "2030-06-01", latest: null };
  const burn = re({ forecast: far, budget: { ...budget, endsOn: null } });
  expect(burn?.last).toBe("2026-12-04");
  expect(burn && drawBurn(burn, room).end).toBeNull();
});

test("the plan uses the budget up evenly until the planned end", () => {
  const burn = re();
  if (burn === null) throw new Error("no burn-down");
  expect(plannedLeft(burn, "2026-07-01")).toBe(1_560_000);
  expect(plannedLeft(burn, "2026-12-18")).toBe(0);
  expect(plannedLeft(burn, "2027-03-01")).toBe(0);
  expect(plannedLeft({ ...burn, plannedEnd: null }, "2026-08-01")).toBeNull();
});

test("the point nearest to the finger answers", () => {
  const burn = re();
  expect(burn && pointNear(burn, 32)?.date).toBe("2026-07-31");
  expect(burn && pointNear(burn, 500)?.date).toBe("2026-09-17");
});

test("the drawing fills its room: budget at the top left, 0 at the bottom, the last day at the right", () => {
  const burn = re();
  const drawing = burn && drawBurn(burn, room);
  expect(drawing?.placeOf("2026-07-01", 1_560_000)).toEqual({ x: 40, y: 20 });
  expect(drawing?.placeOf("2026-12-18", 0)).toEqual({ x: 340, y: 220 });
  expect(drawing?.line).toMatch(/^M40 20L/);
  expect(drawing?.levels.map(({ hours }) => hours)).toEqual([0, 10_000, 20_000]);
  expect(drawing?.months.map(({ date }) => date.slice(5, 7))).toEqual(["07", "08", "09", "10", "11", "12"]);
  expect(burn && drawBurn(burn, { ...room, width: 180 }).months).toHaveLength(2);
});
