import { targetMappingEn } from "../../../../message/target-mapping.en.ts";
import { targetMappingZh } from "../../../../message/target-mapping.zh.ts";
import { codeOf } from "../../../../problem.ts";
import { useWords, type Words, whyNot } from "../words.ts";

/** The words of 对接 with those of 字段对应. */
export type MappingWords = Words & typeof targetMappingZh;

/** The words in the reader's language. */
export function useMappingWords(): MappingWords {
  const m = useWords();
  return { ...m, ...(m.lang === "zh" ? targetMappingZh : targetMappingEn) };
}

/** Why a mapping was not saved. */
export function whyNotMapped(m: MappingWords, error: unknown): string {
  const key = `mapping.refused.${codeOf(error)}`;
  return key in targetMappingZh ? m[key as "mapping.refused.version-conflict"] : whyNot(m, error);
}

/** What a source of ours is called; one that this app does not know by its own name. */
export function sourceText(m: MappingWords, source: string): string {
  const key = `mapping.from.${source}`;
  return key in targetMappingZh ? m[key as "mapping.from.place"] : source;
}

/** What does not fit into a field, in a sentence that stands at it. */
export function flawText(m: MappingWords, problem: string): string {
  const key = `mapping.problem.${problem}`;
  return m[key in targetMappingZh ? (key as "mapping.problem.other") : "mapping.problem.other"];
}
