import fc from "fast-check";
import { expect, test } from "vitest";
import { makePositions, positionOf } from "./position.ts";
import { defaultPositions } from "./position-default.ts";

const codeOf = (title: string) => positionOf(title, defaultPositions);

test("the positions that hold at first are sound, and each finds its own names", () => {
  expect(makePositions(defaultPositions).ok).toBe(true);
  for (const { code, nameZh, nameEn } of defaultPositions) {
    expect([nameZh, codeOf(nameZh)]).toEqual([nameZh, code]);
    expect([nameEn, codeOf(nameEn)]).toEqual([nameEn, code]);
  }
});

test.each([
  ["高级项目经理", "PM"],
  ["项目副经理", "DPM"],
  ["Senior PM", "PM"],
  ["土建施工员（二标段）", "SITE"],
  ["专职安全员", "HSE"],
  ["高级前端开发工程师", "DEV"],
  ["测试工程师", "QA"],
  ["ＢＩＭ工程师", "BIM"],
  ["给水工程师", "ENG"],
  ["rpm technician", null],
  ["", null],
])("%s is %s", (title, code) => {
  expect(codeOf(title)).toBe(code);
});

test("the first position that fits decides", () => {
  const table = [
    { code: "A", nameZh: "经理", nameEn: "A", patterns: [] },
    { code: "B", nameZh: "乙", nameEn: "B", patterns: ["项目经理"] },
  ];
  expect(positionOf("项目经理", table)).toBe("A");
  expect(positionOf("项目经理", table.toReversed())).toBe("B");
});

test.each([
  [[{ code: "pm", nameZh: "甲", nameEn: "A", patterns: [] }]],
  [[{ code: "A", nameZh: " ", nameEn: "A", patterns: [] }]],
  [[{ code: "A", nameZh: "甲", nameEn: "A", patterns: [""] }]],
  [[1, 2].map(() => ({ code: "A", nameZh: "甲", nameEn: "A", patterns: [] }))],
])("%j is no table of positions", (positions) => {
  expect(makePositions(positions)).toEqual({ ok: false, problem: "positions-malformed" });
});

test("a title always finds the position whose pattern it is", () => {
  fc.assert(
    fc.property(fc.constantFrom(...defaultPositions.flatMap(({ patterns }) => patterns)), (pattern) => {
      expect(codeOf(pattern.toUpperCase())).not.toBeNull();
    }),
  );
});
