import { costEn } from "../../message/cost.en.ts";
import { costZh } from "../../message/cost.zh.ts";
import { manageEn } from "../../message/manage.en.ts";
import { manageZh } from "../../message/manage.zh.ts";
import type { reportZh } from "../../message/report.zh.ts";
import type { Message } from "../../message.ts";
import { useReportWords } from "../../report-words.ts";

/** The words of 成本, with those of 管理 and of reports. */
export type Words = Message & typeof manageZh & typeof reportZh & typeof costZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useReportWords();
  return { ...m, ...(m.lang === "zh" ? { ...manageZh, ...costZh } : { ...manageEn, ...costEn }) };
}
