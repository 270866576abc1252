import { accountEn } from "../../../message/account.en.ts";
import { accountZh } from "../../../message/account.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 账号对应. */
export type Words = Message & typeof accountZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? accountZh : accountEn) };
}

/** Why a change was refused. */
export function whyNot(m: Words, error: unknown): string {
  const key = `account.problem.${codeOf(error)}`;
  return key in accountZh ? m[key as "account.problem.version-conflict"] : problemSentence(m, error);
}
