import { policyEn } from "../../../message/policy.en.ts";
import { policyZh } from "../../../message/policy.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 规则. */
export type Words = Message & typeof policyZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? policyZh : policyEn) };
}

/** Why a change of the rules was refused. */
export function whyNot(m: Words, error: unknown): string {
  const key = `policy.problem.${codeOf(error)}`;
  return key in policyZh ? m[key as "policy.problem.period-closed"] : problemSentence(m, error);
}
