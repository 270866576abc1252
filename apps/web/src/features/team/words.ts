import { teamEn } from "../../message/team.en.ts";
import { teamZh } from "../../message/team.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of 团队, `m["team.arrived"]`; they come with this page, in both languages. */
export type Words = Message & typeof teamZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? teamZh : teamEn) };
}
