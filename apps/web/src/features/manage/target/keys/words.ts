import { apiKeyEn } from "../../../../message/api-key.en.ts";
import { apiKeyZh } from "../../../../message/api-key.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../../message.ts";
import { codeOf } from "../../../../problem.ts";

/** The app's messages with those of 接口密钥. */
export type Words = Message & typeof apiKeyZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? apiKeyZh : apiKeyEn) };
}

/** Why a change was refused. */
export function whyNot(m: Words, error: unknown): string {
  return codeOf(error) === "token-id-reused" ? m["apiKey.refused.token-id-reused"] : problemSentence(m, error);
}
