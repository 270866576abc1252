import { targetComparisonEn } from "../../../../message/target-comparison.en.ts";
import { targetComparisonZh } from "../../../../message/target-comparison.zh.ts";
import { codeOf } from "../../../../problem.ts";
import { type Words, whyNot } from "../words.ts";
import { type PushWords, usePushWords } from "../worklogs/words.ts";

/** The words of 对接 with those of 对账. */
export type ComparisonWords = PushWords & typeof targetComparisonZh;

/** The words in the reader's language. */
export function useComparisonWords(): ComparisonWords {
  const m = usePushWords();
  return { ...m, ...(m.lang === "zh" ? targetComparisonZh : targetComparisonEn) };
}

/** Why reading or mending was refused. */
export function whyNotCompared(m: ComparisonWords, error: unknown): string {
  const key = `comparison.refused.${codeOf(error)}`;
  return isOwn(key) ? m[key] : whyNot(m as Words, error);
}

function isOwn(key: string): key is Extract<keyof typeof targetComparisonZh, `comparison.refused.${string}`> {
  return key in targetComparisonZh;
}
