import { expect, test } from "vitest";
import type { TargetRun } from "../../../api.ts";
import { targetZh } from "../../../message/target.zh.ts";
import { targetLinkEn } from "../../../message/target-link.en.ts";
import { targetLinkZh } from "../../../message/target-link.zh.ts";
import { zh } from "../../../message/zh.ts";
import { asideText, lastReading, readingText, troubleText } from "./reading.ts";

const m = { ...zh, ...targetZh, ...targetLinkZh, lang: "zh" } as const;
const run: TargetRun = {
  ...{ id: "r", kind: "read", month: null, state: "done", counts: { projects: 130, tasks: 240 }, left: 0 },
  ...{ problem: null, aside: [], attempts: 0, nextAt: null, askedBy: "admin", startedAt: "2026-09-30T08:10:00+08:00" },
  ...{ touchedAt: "2026-09-30T08:12:00+08:00", finishedAt: "2026-09-30T08:12:00+08:00" },
};

test("a reading tells when it was, that it never was, or how far it is", () => {
  expect(readingText(m, run)).toBe("9/30 08:12 读过");
  expect(readingText(m, null)).toBe("还没有读过那边有什么");
  const running = { ...run, state: "running", finishedAt: null, left: 12 } as const;
  expect(readingText(m, running)).toBe("正在读，已有 项目 130 · 任务 240，还有 12 份列表");
  expect(readingText(m, { ...running, counts: {}, left: 0 })).toBe("正在读那边的项目、任务和人员");
  expect(readingText(m, { ...run, state: "failed" })).toBe("9/30 08:12 没有读完");
});

test("one that waits says why and when it goes on", () => {
  expect(troubleText(m, run)).toBeNull();
  const waiting = { ...run, state: "running", problem: "busy", nextAt: "2026-09-30T08:15:00+08:00" } as const;
  expect(troubleText(m, waiting)).toMatch(/^对方现在忙.*· 下次 9\/30 08:15$/);
});

test("a list that could not be read is named with its project", () => {
  expect(asideText(m, { part: "members", project: "7", problem: "permission" })).toBe("项目成员 · 项目 7");
  expect(asideText(m, { part: "states", project: null, problem: "permission" })).toBe("一份列表");
});

test("the newest reading counts, not a comparison", () => {
  expect(lastReading([{ ...run, kind: "compare" }, run])).toBe(run);
  expect(lastReading([])).toBeNull();
});

test("both languages say the same things, without shouting", () => {
  expect(Object.keys(targetLinkEn)).toEqual(Object.keys(targetLinkZh));
  for (const text of [...Object.values(targetLinkZh), ...Object.values(targetLinkEn)])
    if (typeof text === "string") expect(text).not.toMatch(/[!！]|请您|您/);
});
