import { manageEn } from "../../message/manage.en.ts";
import { manageZh } from "../../message/manage.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of 管理, `m["manage.period"]`; they come with this page, in both languages. */
export type Words = Message & typeof manageZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? manageZh : manageEn) };
}
