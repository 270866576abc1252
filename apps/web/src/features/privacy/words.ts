import { privacyEn } from "../../message/privacy.en.ts";
import { privacyZh } from "../../message/privacy.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of the notice, `m["privacy.title"]`; they come with its pages, in both languages. */
export type Words = Message & typeof privacyZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? privacyZh : privacyEn) };
}
