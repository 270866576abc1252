import { hookEn } from "../../../../message/hook.en.ts";
import { hookZh } from "../../../../message/hook.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../../message.ts";
import { codeOf } from "../../../../problem.ts";

type HookWords = typeof hookZh;

/** The app's messages with those of 推送地址. */
export type Words = Message & HookWords;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? hookZh : hookEn) };
}

/** Why a change was refused. */
export function whyNot(m: Words, error: unknown): string {
  const key = `hook.refused.${codeOf(error)}`;
  return isKey(key) ? m[key] : problemSentence(m, error);
}

function isKey(key: string): key is Extract<keyof HookWords, `hook.refused.${string}`> {
  return key in hookZh;
}
