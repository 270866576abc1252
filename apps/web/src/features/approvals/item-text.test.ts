import { describe, expect, it } from "vitest";
import type { DecisionResult } from "../../api.ts";
import { approvalsEn } from "../../message/approvals.en.ts";
import { approvalsZh } from "../../message/approvals.zh.ts";
import { en } from "../../message/en.ts";
import { zh } from "../../message/zh.ts";
import { effectText, groupName, monthTag, percentText, whatText, whenText } from "./item-text.ts";
import { partlyText } from "./outcome.ts";
import type { Item } from "./selection.ts";
import type { Words } from "./words.ts";

const m: Words = { ...zh, ...approvalsZh, lang: "zh" };
const english: Words = { ...en, ...approvalsEn, lang: "en" };

const item = (change: Partial<Item>): Item => ({
  ref: { type: "request", id: "a" },
  person: { id: "gao", name: "高翔", title: null },
  ...{ date: "2026-09-15", project: "GL2B", minutes: 180, overtime: null, reasons: [], said: null },
  ...{ at: null, until: null, monthOvertime: null, since: "2026-09-16T09:00:00+08:00" },
  ...change,
});

describe("a row", () => {
  it("says what is asked and why", () => {
    expect(whatText(m, "clock-out", item({ at: 1080, said: "手机没电" }))).toBe("补到 18:00 · 手机没电");
    expect(whatText(m, "pick", item({ at: 780, said: null }))).toBe("从 13:00 起换到这个项目");
  });

  it("says what is odd about an allocation", () => {
    const odd = item({ reasons: ["off-plan", "off-site"] });
    expect(whatText(m, "off-site", odd)).toBe("计入和班次差得多 · 选了它，打卡在工地外");
    expect(whatText(english, "off-site", odd)).toBe(
      "Counted hours are far from the shift · Picked, but punched off its site",
    );
  });

  it("tells the span of overtime, also past midnight, and its percentage", () => {
    const overtime = item({ at: 1080, until: 1500, overtime: "rest" });
    expect(whenText(m, "overtime", overtime)).toBe("9/15 18:00–01:00 次日");
    expect(percentText(overtime.overtime)).toBe("200%");
    expect(whenText(m, "clock-out", item({ at: 1080 }))).toBe("9/15");
  });

  it("adds minutes with a sign, takes them with a minus, and leaves counted ones bare", () => {
    expect(effectText({ minutes: 1410, isAdded: true })).toBe("+23h30");
    expect(effectText({ minutes: -60, isAdded: true })).toBe("−1h00");
    expect(effectText({ minutes: 480, isAdded: false })).toBe("8h00");
  });

  it("warns of the month's overtime from 24 h on", () => {
    expect(monthTag(m, item({ monthOvertime: 1680 }))).toEqual({ text: "同意后本月 28h", isNear: true });
    expect(monthTag(m, item({ monthOvertime: 510 }))).toEqual({ text: "同意后本月 8h30", isNear: false });
    expect(monthTag(m, item({}))).toBeNull();
  });
});

describe("a group of overtime", () => {
  it("is called afterwards only when all of it is over", () => {
    const group = { kind: "overtime" as const, items: [item({}), item({ date: "2026-09-17" })] };
    expect(groupName(m, group, "2026-09-18")).toBe("事后报加班");
    expect(groupName(m, group, "2026-09-17")).toBe("报加班");
  });
});

describe("a decision that met changes", () => {
  const ref = { type: "request" as const, id: "a" };
  const result = (done: number, ...skipped: DecisionResult["skipped"][number]["why"][]): DecisionResult => ({
    ...{ id: "d", minutes: 0, done: Array.from({ length: done }, () => ref) },
    skipped: skipped.map((why) => ({ ref, why })),
  });

  it("says what was done and what to look at again", () => {
    expect(partlyText(m, "approve", result(2, "changed"))).toBe("2 件已同意，1 件刚被改过，再看一下");
    expect(partlyText(m, "return", result(0, "period-closed", "changed"))).toBe(
      "1 件刚被改过，再看一下，1 件的月份已结账，只能调整",
    );
  });

  it("says nothing when everything was done", () => {
    expect(partlyText(m, "approve", result(3))).toBeNull();
  });
});
