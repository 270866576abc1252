import { targetPushEn } from "../../../../message/target-push.en.ts";
import { targetPushZh } from "../../../../message/target-push.zh.ts";
import { useWords, type Words } from "../words.ts";

/** The words of 对接 with those of what is sent. */
export type PushWords = Words & typeof targetPushZh;

/** The words in the reader's language. */
export function usePushWords(): PushWords {
  const m = useWords();
  return { ...m, ...(m.lang === "zh" ? targetPushZh : targetPushEn) };
}
