import { expect, test } from "vitest";
import type { LinePart } from "../api.ts";
import { axisOf, drawnParts, remaining, ticksOf } from "./day-parts.ts";

const shift = { name: "白班", sections: [{ start: 540, end: 1080 }], breaks: [{ start: 720, end: 780 }] };
const lp = (start: number, end: number, more: Partial<LinePart> = {}): LinePart => ({
  ...{ start, end, kind: "counted", project: "p1", task: null, basis: "site", place: null, overtime: null, fact: null },
  ...more,
});
const looks = (parts: ReturnType<typeof drawnParts>) => parts.map(({ look, start, end }) => [look, start, end]);

test("counted minutes without a project are unassigned, those of a hidden project are not", () => {
  const parts = drawnParts({
    line: [lp(540, 600, { project: null }), lp(600, 660, { project: null, other: true })],
    shift,
  });
  expect(parts.map(({ look, isOther }) => [look, isOther])).toEqual([
    ["unassigned", false],
    ["counted", true],
  ]);
});

test("what is ahead is drawn after what is known, with the break between", () => {
  const ahead = remaining(shift, 600).map((one) => ({ ...one, project: "p1" }));
  expect(looks(drawnParts({ line: [lp(540, 600)], shift }, { ahead }))).toEqual([
    ["counted", 540, 600],
    ["ahead", 600, 720],
    ["break", 720, 780],
    ["ahead", 780, 1080],
  ]);
});

test("what the line knows wins over what was expected", () => {
  const ahead = [{ start: 540, end: 1080, project: "p1" }];
  expect(looks(drawnParts({ line: [lp(700, 800)], shift: null }, { ahead }))).toEqual([
    ["ahead", 540, 700],
    ["counted", 700, 800],
    ["ahead", 800, 1080],
  ]);
});

test("leave is not expected to be worked", () => {
  const leave = lp(780, 1080, { kind: "leave", project: null });
  expect(remaining(shift, 600, [leave])).toEqual([{ start: 600, end: 720 }]);
});

test("the axis goes from the first to the last event and has ticks at section ends and breaks", () => {
  const axis = axisOf([{ start: 535, end: 1100 }], shift);
  expect(axis).toEqual({ start: 535, end: 1100 });
  expect(ticksOf(axis, shift)).toEqual([540, 720, 780, 1080]);
  expect(ticksOf({ start: 600, end: 700 }, null)).toEqual([600, 700]);
  expect(axisOf([], null)).toEqual({ start: 540, end: 1080 });
});
