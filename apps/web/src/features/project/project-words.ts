import { projectEn } from "../../message/project.en.ts";
import { projectZh } from "../../message/project.zh.ts";
import { reportEn } from "../../message/report.en.ts";
import { reportZh } from "../../message/report.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with those of the projects and of reports, `m["project.members"]`; they come with these pages, in both languages. */
export type Words = Message & typeof projectZh & typeof reportZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? { ...projectZh, ...reportZh } : { ...projectEn, ...reportEn }) };
}
