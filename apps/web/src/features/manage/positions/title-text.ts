import type { Position } from "./position-draft.ts";
import type { Words } from "./words.ts";

/** A position's name in the reader's language. */
export function nameIn({ lang }: Words, { nameZh, nameEn }: Position): string {
  return lang === "zh" ? nameZh : nameEn;
}

/** Its name in the other language. */
export function otherNameIn({ lang }: Words, { nameZh, nameEn }: Position): string {
  return lang === "zh" ? nameEn : nameZh;
}
