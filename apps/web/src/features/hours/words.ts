import { correctionEn } from "../../message/correction.en.ts";
import { correctionZh } from "../../message/correction.zh.ts";
import { hoursEn } from "../../message/hours.en.ts";
import { hoursZh } from "../../message/hours.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of 工时, `m["hours.week"]`; they come with this page, in both languages. */
export type Words = Message & typeof hoursZh & typeof correctionZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? { ...hoursZh, ...correctionZh } : { ...hoursEn, ...correctionEn }) };
}
