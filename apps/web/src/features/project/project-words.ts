import { projectEn } from "../../message/project.en.ts";
import { projectZh } from "../../message/project.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of the projects, `m["project.members"]`; they come with these pages, in both languages. */
export type Words = Message & typeof projectZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? projectZh : projectEn) };
}
