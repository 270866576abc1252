import { targetEn } from "../../../message/target.en.ts";
import { targetZh } from "../../../message/target.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 对接. */
export type Words = Message & typeof targetZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? targetZh : targetEn) };
}

/** Why something was refused here. */
export function whyNot(m: Words, error: unknown): string {
  const key = `target.refused.${codeOf(error)}`;
  return key in targetZh ? m[key as "target.refused.version-conflict"] : problemSentence(m, error);
}
