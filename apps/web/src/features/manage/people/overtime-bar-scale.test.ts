import { expect, test } from "vitest";
import { monthBeside, scaleOf, wholeOf } from "./overtime-bar-scale.ts";

const limit = 2160;
const quarter = { minutes: 540, forecast: 1080, limit };
const beyond = { minutes: 2000, forecast: 3240, limit };
const farBeyond = { minutes: 2000, forecast: 9000, limit };

test("a bar is as long as the limit, with marks at the levels before it", () => {
  expect(wholeOf([quarter])).toBe(limit);
  expect(scaleOf(quarter, limit)).toEqual({ done: 0.25, forecast: 0.5, marks: [1440 / 2160, 1800 / 2160] });
});

test("bars below each other have one length, so that they can be compared", () => {
  expect(wholeOf([beyond, quarter])).toBe(3240);
  expect(scaleOf(beyond, 3240).marks.at(-1)).toBe(2160 / 3240);
  expect(scaleOf(quarter, 3240).done).toBe(540 / 3240);
});

test("somebody far beyond the limit fills the bar and does not shrink the others'", () => {
  expect(wholeOf([farBeyond, quarter])).toBe(4320);
  expect(scaleOf(farBeyond, 4320).forecast).toBe(1);
});

test("a forecast is never behind what was done", () => {
  expect(scaleOf({ minutes: 1080, forecast: 0, limit }, limit)).toMatchObject({ done: 0.5, forecast: 0.5 });
});

test("months follow each other over the year", () => {
  expect(monthBeside("2026-12", 1)).toBe("2027-01");
  expect(monthBeside("2027-01", -1)).toBe("2026-12");
  expect(monthBeside("2026-09", 1)).toBe("2026-10");
});
