import { positionEn } from "../../../message/position.en.ts";
import { positionZh } from "../../../message/position.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 岗位. */
export type Words = Message & typeof positionZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? positionZh : positionEn) };
}

/** Why a change was refused. */
export function whyNot(m: Words, error: unknown): string {
  const key = `position.problem.${codeOf(error)}`;
  return key in positionZh ? m[key as "position.problem.version-conflict"] : problemSentence(m, error);
}
