import { expect, test } from "vitest";
import { connectionZh } from "../../../message/connection.zh.ts";
import { connectionLinkZh } from "../../../message/connection-link.zh.ts";
import { countsText, rangeText, runProblemText, whenText } from "./run-text.ts";
import type { Words } from "./words.ts";

const m = { ...connectionZh, ...connectionLinkZh, lang: "zh" } as unknown as Words;

test("what came of a pull is told in figures, those of nothing are left out", () => {
  expect(countsText(m, { counts: { people: 1300, punches: 0, calls: 26, strange: 4 } })).toBe("1,300 人 · 用 26 次");
});

test("a pull is told by its time and its days", () => {
  expect(whenText("2026-09-17T02:10:00+08:00")).toBe("9/17 02:10");
  expect(rangeText(m, { from: "2026-09-14", to: "2026-09-16" })).toBe("9/14–9/16");
  expect(rangeText(m, { from: "2026-09-14", to: "2026-09-14" })).toBe("9/14");
  expect(rangeText(m, { from: null, to: null })).toBe("");
});

test.each([
  ["dingtalk-permission", "有权限还没开通，到「接口权限」看看是哪个"],
  ["dingtalk-new-kind", "我们这边出错了，再检查一次"],
  ["database-timeout", "数据库没回应，再拉一次"],
  ["quota-exhausted", "本月的调用用完了，拉不了"],
  ["no-administrator", "钉钉里没有管理员，考勤组读不到"],
  ["calendar-year-missing", "这一年的节假日还没发布"],
  ["nobody-foresaw-this", "我们这边出错了，再拉一次"],
])("%s is said in words", (problem, said) => {
  expect(runProblemText(m, problem)).toBe(said);
});
