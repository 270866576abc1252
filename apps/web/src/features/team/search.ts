import type { ProjectBrief, TeamMember } from "@today/worker/api";

/** Whether a Chinese text is meant by Latin letters: `("赵磊", "zl")`. */
export type PinyinMatch = (text: string, letters: string) => boolean;

/** Loads what reads 赵磊 as `zhaolei` and `zl`; it is big, so only when somebody types Latin letters. */
export async function loadPinyin(): Promise<PinyinMatch> {
  const { match } = await import("pinyin-pro");
  return (text, letters) => match(text, letters, { continuous: true }) !== null;
}

/** Whether a query can only be answered with pinyin: it has Latin letters. */
export function needsPinyin(query: string): boolean {
  return /[a-z]/i.test(query);
}

/** The people whose name, title, group or project has every word of the query, in their order. */
export function findPeople(
  members: readonly TeamMember[],
  query: string,
  by: { readonly projects: readonly ProjectBrief[]; readonly pinyin: PinyinMatch | null },
): TeamMember[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const texts = new Map(by.projects.map((project) => [project.id, textsOf(project)]));
  return members.filter(({ person, group, project }) => {
    const own = [person.name, person.title ?? "", group ?? "", ...(texts.get(project ?? "") ?? [])];
    return words.every((word) => own.some((text) => isMeant(text, word, by.pinyin)));
  });
}

/** The projects whose name, short name, code or mark has every word of the query. */
export function findProjects<P extends ProjectBrief>(
  projects: readonly P[],
  query: string,
  pinyin: PinyinMatch | null,
): P[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return projects.filter((project) => {
    const texts = textsOf(project);
    return words.every((word) => texts.some((text) => isMeant(text, word, pinyin)));
  });
}

function textsOf({ name, shortName, code, mark }: ProjectBrief): string[] {
  return [name, shortName, code, mark];
}

function isMeant(text: string, word: string, pinyin: PinyinMatch | null): boolean {
  if (text.toLowerCase().includes(word)) return true;
  return pinyin !== null && needsPinyin(word) && pinyin(text, word);
}
