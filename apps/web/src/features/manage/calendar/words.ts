import { calendarEn } from "../../../message/calendar.en.ts";
import { calendarZh } from "../../../message/calendar.zh.ts";
import { type Message, problemSentence, useMessage } from "../../../message.ts";
import { codeOf } from "../../../problem.ts";

/** The app's messages with those of 日历. */
export type Words = Message & typeof calendarZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? calendarZh : calendarEn) };
}

/** Why a change of the calendar was refused. */
export function whyNot(m: Words, error: unknown): string {
  const key = `calendar.problem.${codeOf(error)}`;
  return key in calendarZh ? m[key as "calendar.problem.period-closed"] : problemSentence(m, error);
}
