import { expect, test } from "vitest";
import { targetComparisonEn } from "./target-comparison.en.ts";
import { targetComparisonZh } from "./target-comparison.zh.ts";
import { targetPushEn } from "./target-push.en.ts";
import { targetPushZh } from "./target-push.zh.ts";

const pairs = [
  [targetPushZh, targetPushEn],
  [targetComparisonZh, targetComparisonEn],
] as const;

test("both languages say the same things", () => {
  for (const [zh, en] of pairs) expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
});

test("no sentence shouts, blames or is polite by rank", () => {
  const texts = pairs.flat().flatMap((words) => Object.values(words).map(String));
  for (const text of texts) expect(text).not.toMatch(/！|[a-z]!|您|违规|异常|虚假/);
});
