import { manageEn } from "../../../message/manage.en.ts";
import { manageZh } from "../../../message/manage.zh.ts";
import { periodEn } from "../../../message/period.en.ts";
import { periodZh } from "../../../message/period.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

type Sentences = typeof manageZh & typeof periodZh;

/** The app's messages with those of 月结, `m["period.title"]`; they come with this page, in both languages. */
export type Words = Message & Sentences;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? { ...manageZh, ...periodZh } : { ...manageEn, ...periodEn }) };
}

/** Why something about a period came to nothing, in words that fit it. */
export function periodProblem(m: Words, error: unknown): string {
  const key = `period.problem.${codeOf(error)}`;
  return isOwn(key) ? m[key] : problemSentence(m, error);
}

function isOwn(key: string): key is Extract<keyof typeof periodZh, `period.problem.${string}`> {
  return key in periodZh;
}
