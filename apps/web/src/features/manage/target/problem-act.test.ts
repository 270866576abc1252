import { holds } from "@today/core/worklog-plan";
import { expect, test } from "vitest";
import { targetProblemEn } from "../../../message/target-problem.en.ts";
import { targetProblemZh } from "../../../message/target-problem.zh.ts";
import { problemText } from "../../../target-problem.ts";
import { actOf } from "./problem-act.ts";

test("whatever can be wrong is mended somewhere", () => {
  expect(Object.keys(targetProblemZh).filter((code) => actOf(code) === null)).toEqual([]);
});

test("why hours wait is a sentence in both languages and something mends it", () => {
  for (const held of holds) {
    expect(problemText({ lang: "zh" }, held)).toBe(targetProblemZh[held]);
    expect(problemText({ lang: "en" }, held)).toBe(targetProblemEn[held]);
    expect(actOf(held)).not.toBe("retry");
  }
});

test("what a mapping finds is mended in the mapping, what is read back where it was written", () => {
  expect(actOf("mapping-field-missing")).toBe("mapping");
  expect(actOf("mapping-too-long")).toBe("mapping");
  expect(actOf("read-back-wrong-person")).toBe("people");
  expect(actOf("something-new")).toBeNull();
});
