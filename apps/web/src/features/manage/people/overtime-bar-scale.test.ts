import { expect, test } from "vitest";
import { monthBeside, scaleOf } from "./overtime-bar-scale.ts";

test("a bar is as long as the limit, with marks at the levels before it", () => {
  expect(scaleOf({ minutes: 540, forecast: 1080, limit: 2160 })).toEqual({
    ...{ done: 0.25, forecast: 0.5 },
    marks: [1440 / 2160, 1800 / 2160],
  });
});

test("a forecast beyond the limit makes the bar longer and the limit a mark in it", () => {
  const { forecast, marks } = scaleOf({ minutes: 2000, forecast: 4320, limit: 2160 });
  expect(forecast).toBe(1);
  expect(marks.at(-1)).toBe(0.5);
});

test("a forecast is never behind what was done", () => {
  expect(scaleOf({ minutes: 1080, forecast: 0, limit: 2160 })).toMatchObject({ done: 0.5, forecast: 0.5 });
});

test("months follow each other over the year", () => {
  expect(monthBeside("2026-12", 1)).toBe("2027-01");
  expect(monthBeside("2027-01", -1)).toBe("2026-12");
  expect(monthBeside("2026-09", 1)).toBe("2026-10");
});
