import { differenceEn } from "../../../message/difference.en.ts";
import { differenceZh } from "../../../message/difference.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 对钉钉. */
export type Words = Message & typeof differenceZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? differenceZh : differenceEn) };
}

/** Why something could not be done here. */
export function whyNot(m: Words, error: unknown): string {
  const key = `difference.problem.${codeOf(error)}`;
  return isOwn(key) ? m[key] : problemSentence(m, error);
}

function isOwn(key: string): key is Extract<keyof typeof differenceZh, `difference.problem.${string}`> {
  return key in differenceZh;
}
