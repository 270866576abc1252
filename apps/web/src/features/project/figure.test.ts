import { expect, test } from "vitest";
import { minutesOf } from "./figure.ts";

const row = {
  minutes: 600,
  place: { onsite: 480, mobile: 60, trip: 0, unknown: 60 },
  overtime: { workday: 120, rest: 0, statutory: 30 },
};

test("a figure takes its own minutes of a row", () => {
  expect(minutesOf({ of: "all" }, row)).toBe(600);
  expect(minutesOf({ of: "regular" }, row)).toBe(450);
  expect(minutesOf({ of: "place", place: "mobile" }, row)).toBe(60);
  expect(minutesOf({ of: "overtime", kind: "statutory" }, row)).toBe(30);
});

test("regular and overtime, and the places, each come to the whole", () => {
  const kinds = (["workday", "rest", "statutory"] as const).map((kind) => minutesOf({ of: "overtime", kind }, row));
  expect(minutesOf({ of: "regular" }, row) + kinds.reduce((a, b) => a + b)).toBe(row.minutes);
});
