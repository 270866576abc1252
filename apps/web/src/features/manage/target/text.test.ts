import { expect, test } from "vitest";
import { targetEn } from "../../../message/target.en.ts";
import { targetZh } from "../../../message/target.zh.ts";
import { problemText } from "../../../target-problem.ts";
import { abilityWords } from "./ability-text.ts";
import { roundText } from "./round-text.ts";
import { asideCodes, runText } from "./run-text.ts";

const worklogs = {
  support: "native",
  change: true,
  remove: true,
  readBack: true,
  list: true,
  author: "any-user",
} as const;
const redmine = {
  projects: true,
  tasks: true,
  members: true,
  worklogs,
  status: true,
  createTask: true,
  inbound: "none",
} as const;

test("what a product can do is told in short words", () => {
  expect(abilityWords(targetZh, redmine)).toEqual(["读项目、任务、人", "写工时", "记在各人名下", "能改能删", "建任务"]);
  const trello = {
    ...redmine,
    inbound: "signed",
    worklogs: { ...worklogs, support: "emulated", author: "token-owner" },
  } as const;
  expect(abilityWords(targetEn, trello)).toEqual([
    ...["reads projects, tasks, people", "hours as comments", "under one account", "can be changed"],
    ...["makes tasks", "tells of changes"],
  ]);
  expect(abilityWords(targetZh, { ...redmine, worklogs: { ...worklogs, support: "none" } })).not.toContain("写工时");
});

test("a reading tells what it found, what is left, and that nothing changed", () => {
  const counts = { projects: 1130, tasks: 240, people: 0 };
  expect(runText(targetZh, { state: "running", counts, left: 3 })).toBe("项目 1,130 · 任务 240 · 还有 3 份名单");
  expect(runText(targetZh, { state: "done", counts: {}, left: 0 })).toBe("没有变化");
  expect(runText(targetZh, { state: "failed", counts: {}, left: 0 })).toBe("");
});

test("each reason why lists were put aside is told once", () => {
  const aside = ["permission", "gone", "permission"].map((problem) => ({ part: "members", project: "1", problem }));
  expect(asideCodes({ aside })).toEqual(["permission", "gone"]);
});

test("a rule of rounding is told in words, one of another version by its name", () => {
  expect(roundText(targetZh, "exact")).toBe("不取整");
  expect(roundText(targetZh, "nearest-15")).toBe("四舍五入到 15 分钟");
  expect(roundText(targetEn, "down-6")).toBe("Down to 6 minutes");
  expect(roundText(targetEn, "bankers-5")).toBe("bankers-5");
});

test("a code is told by what is wrong inside it, one that nobody foresaw as such", () => {
  expect(problemText({ lang: "zh" }, "mapping-too-long")).toBe(problemText({ lang: "zh" }, "too-long"));
  expect(problemText({ lang: "en" }, "read-back-timeout")).toBe("No answer came; we try again by ourselves");
  expect(problemText({ lang: "zh" }, "issue-unknown")).toBe(problemText({ lang: "zh" }, "not-found"));
  expect(problemText({ lang: "en" }, "7")).toMatch(/^It did not work/);
});
