import { expect, test } from "vitest";
import type { TargetRun } from "../../../../api.ts";
import { targetZh } from "../../../../message/target.zh.ts";
import { targetComparisonZh } from "../../../../message/target-comparison.zh.ts";
import { targetPushZh } from "../../../../message/target-push.zh.ts";
import { zh } from "../../../../message/zh.ts";
import { progressOf, progressTexts } from "./run-progress.ts";
import type { ComparisonWords } from "./words.ts";

const m: ComparisonWords = { ...zh, lang: "zh", ...targetZh, ...targetPushZh, ...targetComparisonZh };
const run: TargetRun = {
  ...({ kind: "compare", state: "running" } as const),
  ...{ id: "r", month: "2026-09", left: 3, attempts: 0, askedBy: "admin012" },
  ...{ counts: {}, problem: null, aside: [], nextAt: null, finishedAt: null },
  ...{ startedAt: "2026-09-30T08:12:00+08:00", touchedAt: "2026-09-30T08:12:00+08:00" },
};

test("a reading says how far it is as soon as that is known", () => {
  expect(progressTexts(m, run)).toEqual([]);
  expect(progressOf(run)).toBeNull();
  const half = { ...run, counts: { places: 8, placesRead: 4, records: 1200 } };
  expect(progressTexts(m, half)).toEqual(["4 / 8 处读完", "读到 1,200 条"]);
  expect(progressOf(half)).toBe(0.5);
});

test("a reading that waits says why and until when, and one that mends reads places twice", () => {
  const waits = { ...run, problem: "throttled", nextAt: "2026-09-30T08:20:00+08:00" };
  expect(progressTexts(m, waits)).toHaveLength(2);
  expect(progressTexts(m, waits)[1]).toBe("9/30 08:20 接着读");
  expect(progressOf({ counts: { places: 2, placesRead: 4 } })).toBe(1);
});
