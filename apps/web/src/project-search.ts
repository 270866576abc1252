import type { ProjectBrief } from "./api.ts";

/** Whether a Chinese text is meant by Latin letters: `("智慧水务", "zhsw")`. */
export type PinyinMatch = (text: string, letters: string) => boolean;

/** Loads what reads 水务 as `shuiwu` and `sw`; it is big, so only when somebody types Latin letters. */
export async function loadPinyin(): Promise<PinyinMatch> {
  const { match } = await import("pinyin-pro");
  return (text, letters) => match(text, letters, { continuous: true }) !== null;
}

/** Whether a query can only be answered with pinyin: it has Latin letters. */
export function needsPinyin(query: string): boolean {
  return /[a-z]/i.test(query);
}

/** The projects whose name, short name, code or mark has every word of the query, in their order. */
export function findProjects<P extends ProjectBrief>(
  projects: readonly P[],
  query: string,
  pinyin: PinyinMatch | null,
): P[] {
  const words = wordsOf(query);
  return projects.filter((project) => {
    const texts = [project.name, project.shortName, project.code, project.mark];
    return words.every((word) => texts.some((text) => isMeant(text, word, pinyin)));
  });
}

/** A query's words, in small letters. */
export function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/** Whether a text holds a word, as written or by its pinyin. */
export function isMeant(text: string, word: string, pinyin: PinyinMatch | null): boolean {
  if (text.toLowerCase().includes(word)) return true;
  return pinyin !== null && needsPinyin(word) && pinyin(text, word);
}
