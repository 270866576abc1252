import { importEn } from "../../message/import.en.ts";
import { importZh } from "../../message/import.zh.ts";
import type { manageZh } from "../../message/manage.zh.ts";
import type { Message } from "../../message.ts";
import { useWords as useManageWords } from "./words.ts";

/** The words of 管理 with those of 导入. */
export type Words = Message & typeof manageZh & typeof importZh;

/** The words in the reader's language. */
export function useWords(): Words {
  const m = useManageWords();
  return { ...m, ...(m.lang === "zh" ? importZh : importEn) };
}
