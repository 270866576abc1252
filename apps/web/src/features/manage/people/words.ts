import { peopleEn } from "../../../message/people.en.ts";
import { peopleZh } from "../../../message/people.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 人员. */
export type Words = Message & typeof peopleZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? peopleZh : peopleEn) };
}

/** Why a change of terms or a rate was refused. */
export function whyNot(m: Words, error: unknown): string {
  const key = `people.problem.${codeOf(error)}`;
  return key in peopleZh ? m[key as "people.problem.period-closed"] : problemSentence(m, error);
}
