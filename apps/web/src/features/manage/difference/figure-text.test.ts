import { expect, test } from "vitest";
import { differenceZh } from "../../../message/difference.zh.ts";
import { zh } from "../../../message/zh.ts";
import { columnText, figureText, notedText } from "./figure-text.ts";

const m = { ...zh, ...differenceZh, lang: "zh" } as const;

test("a figure is a length or, of being there, a word", () => {
  expect(figureText(m, "work", 485)).toBe("8h05");
  expect(figureText(m, "late", 25)).toBe("25 分");
  expect([figureText(m, "presence", 1), figureText(m, "presence", 0)]).toEqual(["有", "没有"]);
  expect([figureText(m, "absent", 1), figureText(m, "absent", 0)]).toEqual(["算", "不算"]);
});

test("a column says what its name says it counts", () => {
  expect(columnText(m, "迟到时长", 25)).toBe("25 分");
  expect(columnText(m, "工作时长", 480)).toBe("8h00");
  expect(columnText(m, "出勤天数", 0.5)).toBe("0.5 天");
  expect(columnText(m, "迟到次数", 2)).toBe("2 次");
  expect(columnText(m, "备注", "外勤")).toBe("外勤");
});

test("what was noted is said in our words, and what nobody has a word for is left out", () => {
  expect(notedText(m, ["late", "running", "missing-out"])).toBe("晚到、没有下班卡");
});
