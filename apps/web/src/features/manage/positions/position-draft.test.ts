import { expect, test } from "vitest";
import {
  draftOf,
  faultOf,
  movedPosition,
  positionIn,
  tableOf,
  takesTitle,
  withoutPosition,
  withPosition,
  withTitle,
} from "./position-draft.ts";

const pm = { code: "PM", nameZh: "项目经理", nameEn: "Project manager", patterns: ["pm"] };
const hse = { code: "HSE", nameZh: "安全员", nameEn: "Safety officer", patterns: [] };
const table = [pm, hse];

test("the table is sent without counting people", () => {
  expect(tableOf({ positions: [{ ...pm, people: 3 }] })).toEqual([pm]);
});

test("the form gives back what it was given, and lines without spaces or repeats", () => {
  expect(positionIn(draftOf(pm))).toEqual(pm);
  expect(positionIn({ ...draftOf(hse), lines: " 安全 \n\n安全\n安环 " }).patterns).toEqual(["安全", "安环"]);
  expect(positionIn({ ...draftOf(null), code: " qs " }).code).toBe("QS");
});

test("a draft says what keeps it from being saved", () => {
  expect(faultOf(draftOf(pm), ["HSE"])).toBe(null);
  expect(faultOf({ ...draftOf(pm), code: "1" }, [])).toBe("code");
  expect(faultOf(draftOf(pm), ["PM"])).toBe("taken");
  expect(faultOf({ ...draftOf(pm), nameEn: " " }, [])).toBe("name");
  expect(faultOf({ ...draftOf(pm), lines: "x".repeat(65) }, [])).toBe("patterns");
});

test("a position is put in its place, at the end, up, down or out", () => {
  expect(withPosition(table, "PM", { ...pm, nameZh: "经理" })[0]?.nameZh).toBe("经理");
  expect(withPosition(table, null, { ...pm, code: "PD" }).at(-1)?.code).toBe("PD");
  expect(movedPosition(table, "HSE", -1)).toEqual([hse, pm]);
  expect(movedPosition(table, "HSE", 1)).toEqual(table);
  expect(withoutPosition(table, "PM")).toEqual([hse]);
});

test("a job title becomes one more way to write a position, as long as one fits", () => {
  expect(withTitle(table, "HSE", "安全督导")[1]?.patterns).toEqual(["安全督导"]);
  expect(takesTitle({ ...hse, patterns: Array.from({ length: 40 }, String) })).toBe(false);
});
