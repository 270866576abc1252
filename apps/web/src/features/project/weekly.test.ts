import { expect, test } from "vitest";
import type { ProjectReport } from "../../api.ts";
import { weeklyOf } from "./weekly.ts";

const weeks = ["2026-W34", "2026-W35", "2026-W36", "2026-W37", "2026-W38"];

function on(minutes: readonly number[]): ProjectReport["people"][number] {
  const person = { id: "zhao", name: "赵磊", title: null };
  return { person, weeks: [...minutes], total: 0, monthOvertime: 0, forecastOvertime: 0 };
}

const young = { forecast: null, weeks, burn: [{ date: "2026-08-31", used: 1 }] };

test("the running week is left out of the pace", () => {
  const people = [on([600, 600, 600, 600, 5000]), on([0, 0, 0, 2400, 0])];
  expect(weeklyOf({ ...young, people })).toEqual({ minutes: 1200, isShort: false });
});

test("a young project goes by the weeks since its first hours, and says that they are few", () => {
  expect(weeklyOf({ ...young, people: [on([0, 0, 600, 1800, 0])] })).toEqual({ minutes: 1200, isShort: true });
  expect(weeklyOf({ ...young, people: [] })).toEqual({ minutes: 0, isShort: true });
});

test("an old project's empty weeks count", () => {
  const burn = [{ date: "2026-03-31", used: 1 }];
  expect(weeklyOf({ ...young, burn, people: [on([0, 0, 600, 1800, 0])] })).toEqual({ minutes: 600, isShort: false });
});
