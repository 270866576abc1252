import { targetLinkEn } from "../../../message/target-link.en.ts";
import { targetLinkZh } from "../../../message/target-link.zh.ts";
import { codeOf } from "../../../problem.ts";
import { type Words as TargetWords, useWords as useTargetWords, whyNot as whyNotTarget } from "./words.ts";

/** The words of 对接 with those of 项目去处 and 人员对应. */
export type LinkWords = TargetWords & typeof targetLinkZh;

/** The words in the reader's language. */
export function useLinkWords(): LinkWords {
  const m = useTargetWords();
  return { ...m, ...(m.lang === "zh" ? targetLinkZh : targetLinkEn) };
}

/** Why a change of a destination was refused. */
export function whyNotLinked(m: LinkWords, error: unknown): string {
  const key = `link.refused.${codeOf(error)}`;
  return key in targetLinkZh ? m[key as "link.refused.version-conflict"] : whyNotTarget(m, error);
}
