import { expect, test } from "vitest";
import type { PolicyInput } from "../../../api.ts";
import { policyEn } from "../../../message/policy.en.ts";
import { policyZh } from "../../../message/policy.zh.ts";
import { zh } from "../../../message/zh.ts";
import { changesOf, ruleEffects, ruleNames, ruleValue } from "./policy-text.ts";

const m = { ...zh, ...policyZh, lang: "zh" } as const;
const policy: PolicyInput = {
  ...{ overtime: "approved", breaks: { rule: "shift" }, longDay: 960 },
  privacy: { coordinateDays: 90, hourMonths: 24, basis: "notice", location: "optional" },
  rules: {
    ...{ tolerance: { minutes: 30, lateDays: 1 }, backDays: 31, overtimeBackDays: 7 },
    ...{ period: "month", lieu: false, onlyApproved: false },
  },
};

test("every rule says what it is set to and what follows, in both languages", () => {
  for (const words of [m, { ...m, ...policyEn, lang: "en" } as const]) {
    for (const name of ruleNames) {
      expect(ruleValue(words, name, policy)).not.toBe("");
      expect(ruleEffects(words, name, policy).length).toBeGreaterThan(0);
    }
  }
  expect(ruleValue(m, "tolerance", policy)).toBe("± 30 分，1 天内");
});

test("only what differs is told as changed", () => {
  expect(changesOf(m, policy, policy)).toEqual([]);
  const after: PolicyInput = {
    ...{ ...policy, overtime: "all", breaks: { rule: "length", after: 360, minutes: 60 } },
    rules: { ...policy.rules, tolerance: { minutes: 30, lateDays: 0 }, lieu: true },
  };
  expect(changesOf(m, policy, after)).toEqual([
    "加班：批准的才算 → 全算",
    "休息：按班次 → 满 6h00 扣 60 分",
    "容差：± 30 分，1 天内 → ± 30 分，0 天内",
    "休息日加班：默认付 2 倍 → 默认换调休",
  ]);
});

test("a limit of no days has a sentence of its own", () => {
  const strict = { ...policy, rules: { ...policy.rules, backDays: 0, overtimeBackDays: 0 } };
  expect(ruleEffects(m, "backDays", strict)).toEqual(["员工只能改当天的，再早的由负责人或人事代办"]);
  expect(ruleEffects(m, "overtimeBackDays", strict)).toEqual(["加班要当天或提前报"]);
});
