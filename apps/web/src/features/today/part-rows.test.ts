import fc from "fast-check";
import { expect, test } from "vitest";
import type { LinePart } from "../../api.ts";
import { partRows } from "./part-rows.ts";

const lp = (start: number, end: number, project: string | null, fact: string | null = null): LinePart => ({
  ...{ start, end, kind: "counted", project, task: null, basis: "pick", place: null, overtime: null, fact },
});

test("one row for each project and reason, in the order in which they begin", () => {
  const line = [
    lp(540, 720, "p1", "a"),
    { ...lp(720, 780, null), kind: "break" as const },
    lp(780, 810, "p1", "a"),
    lp(810, 920, "p2", "b"),
  ];
  const rows = partRows({ line, warnings: ["running"] });
  expect(rows.map(({ part, minutes, isRunning }) => [part.project, minutes, isRunning])).toEqual([
    ["p1", 210, false],
    ["p2", 110, true],
  ]);
  expect(rows[0]?.times).toEqual([
    { start: 540, end: 720 },
    { start: 780, end: 810 },
  ]);
});

test("neighbours that differ only in what they are paid stand as one time", () => {
  const line = [lp(540, 1080, "p1"), { ...lp(1080, 1140, "p1"), overtime: "workday" as const }];
  expect(partRows({ line, warnings: [] })[0]?.times).toEqual([{ start: 540, end: 1140 }]);
});

test("the rows add up to what is counted", () => {
  const part = fc.record({ length: fc.integer({ min: 1, max: 90 }), project: fc.constantFrom("p1", "p2", null) });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
      let at = 540;
      const line = parts.map(({ length, project }) => {
        at += length;
        return lp(at - length, at, project);
      });
      const sum = partRows({ line, warnings: [] }).reduce((all, { minutes }) => all + minutes, 0);
      expect(sum).toBe(at - 540);
    }),
  );
});
