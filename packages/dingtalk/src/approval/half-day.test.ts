import { expect, it } from "vitest";
import { halfOf } from "./half-day.ts";

const at = (start: number, end: number) => ({ start, end });

it("parts a shift at its midday break, be it a break or between two sections", () => {
  const broken = { sections: [at(540, 1080)], breaks: [at(720, 810)] };
  const two = { sections: [at(540, 720), at(810, 1080)], breaks: [] };
  for (const shift of [broken, two]) {
    expect(halfOf(shift, "am")).toEqual([at(540, 720)]);
    expect(halfOf(shift, "pm")).toEqual([at(810, 1080)]);
  }
});

it("parts a shift without a break near its middle in equal halves", () => {
  expect(halfOf({ sections: [at(540, 1080)], breaks: [] }, "pm")).toEqual([at(810, 1080)]);
  const tea = { sections: [at(540, 1080)], breaks: [at(600, 620)] };
  expect(halfOf(tea, "am")).toEqual([at(540, 600), at(620, 820)]);
  expect(halfOf(tea, "pm")).toEqual([at(820, 1080)]);
});

it("parts a night shift past midnight", () => {
  const night = { sections: [at(1200, 1740)], breaks: [at(1440, 1500)] };
  expect(halfOf(night, "pm")).toEqual([at(1500, 1740)]);
});

it("has nothing of a shift without sections", () => {
  expect(halfOf({ sections: [], breaks: [] }, "am")).toEqual([]);
});
