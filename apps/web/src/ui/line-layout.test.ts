import fc from "fast-check";
import { expect, test } from "vitest";
import type { DrawnPart, Look } from "./day-parts.ts";
import { layOut, placeOf } from "./line-layout.ts";

const dp = (start: number, end: number, look: Look = "counted"): DrawnPart => ({
  ...{ start, end, look, project: "p1", isOther: false, source: null },
});
const axis = { start: 540, end: 1080 };

test("parts are as wide as they are long, 2 px apart where they touch", () => {
  const placed = layOut([dp(540, 720), dp(720, 780, "break"), dp(780, 1080)], axis, 540);
  expect(placed.map(({ left, width }) => [left, width])).toEqual([
    [0, 178],
    [180, 58],
    [240, 300],
  ]);
});

test("a part of one minute is drawn 4 px wide and a neighbour gives way", () => {
  const placed = layOut([dp(540, 541), dp(541, 1080)], axis, 270);
  expect(placed[0]).toMatchObject({ left: 0, width: 4 });
  expect(placed[1]?.left).toBe(6);
  expect(placed[1]?.width).toBeCloseTo(264);
});

test("nothing is drawn where nothing is known", () => {
  const placed = layOut([dp(600, 660)], axis, 540);
  expect(placed).toHaveLength(1);
  expect(placed[0]).toMatchObject({ left: 60, width: 60 });
});

test("whatever the parts, none is narrower than 4 px, they keep their order and stay on the line", () => {
  const cuts = fc.uniqueArray(fc.integer({ min: 541, max: 1079 }), { maxLength: 12 });
  fc.assert(
    fc.property(cuts, (found) => {
      const edges = [540, ...found.sort((a, b) => a - b), 1080];
      const parts = edges.slice(1).map((end, index) => dp(edges[index] ?? 540, end));
      const placed = layOut(parts, axis, 330);
      expect(placed).toHaveLength(parts.length);
      for (const [index, { left, width }] of placed.entries()) {
        expect(width).toBeGreaterThan(3.999);
        expect(left).toBeGreaterThanOrEqual(placed[index - 1]?.left ?? 0);
        expect(left + width).toBeLessThan(330.001);
      }
    }),
  );
});

test("the needle stays on the axis", () => {
  expect([300, 540, 810, 2000].map((minute) => placeOf(minute, axis))).toEqual([0, 0, 50, 100]);
});
