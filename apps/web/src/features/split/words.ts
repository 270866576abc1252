import type { Minutes } from "@today/core/time/minutes";
import type { ProjectBrief } from "../../api.ts";
import { clockTime } from "../../format.ts";
import { splitEn } from "../../message/split.en.ts";
import { splitZh } from "../../message/split.zh.ts";
import { type Message, useMessage } from "../../message.ts";

/** The app's messages with the editor's own, `m["split.save"]`; they come with the editor, in both languages. */
export type Words = Message & typeof splitZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useMessage();
  return { ...m, ...(m.lang === "zh" ? splitZh : splitEn) };
}

/** A project's short name; 待归属 where there is none. */
export function nameOf(m: Words, project: ProjectBrief | undefined): string {
  return project?.shortName ?? m["split.openTail"];
}

/** `11:20–12:00、13:00–15:10`; open at its end on a running day, `15:10 起`. */
export function timesText(m: Words, pieces: readonly { start: Minutes; end: Minutes }[], isOpen: boolean): string {
  const shown = pieces.map(({ start, end }, index) => {
    const from = clockTime(start, m.lang);
    return isOpen && index === pieces.length - 1 ? m["split.from"](from) : `${from}–${clockTime(end, m.lang)}`;
  });
  return shown.join(m["split.comma"]);
}
