import type { ProjectBrief, TeamMember } from "../../api.ts";
import { isMeant, type PinyinMatch, wordsOf } from "../../project-search.ts";

/** The people whose name, title, group or project has every word of the query, in their order. */
export function findPeople(
  members: readonly TeamMember[],
  query: string,
  by: { readonly projects: readonly ProjectBrief[]; readonly pinyin: PinyinMatch | null },
): TeamMember[] {
  const words = wordsOf(query);
  const texts = new Map(by.projects.map((one) => [one.id, [one.name, one.shortName, one.code, one.mark]]));
  return members.filter(({ person, group, project }) => {
    const own = [person.name, person.title ?? "", group ?? "", ...(texts.get(project ?? "") ?? [])];
    return words.every((word) => own.some((text) => isMeant(text, word, by.pinyin)));
  });
}
