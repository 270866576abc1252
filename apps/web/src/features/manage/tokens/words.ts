import { tokenEn } from "../../../message/token.en.ts";
import { tokenZh } from "../../../message/token.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of SCIM 令牌. */
export type Words = Message & typeof tokenZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? tokenZh : tokenEn) };
}

/** Why a change was refused. */
export function whyNot(m: Words, error: unknown): string {
  return codeOf(error) === "token-id-reused" ? m["token.problem.token-id-reused"] : problemSentence(m, error);
}
