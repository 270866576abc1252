import { type MappingWords, sourceText } from "./words.ts";

/** What most templates are made of; all else is behind 更多. */
const usual = [
  ...["project.short", "project.name", "project.code", "person.name", "date", "hours", "place", "overtime"],
  ...["task.title", "title", "description", "deadline", "assignee.name"],
];

/** What tables are usually asked by. */
const tabled = ["person.position", "place.code", "overtime.code", "project.code", "person.title", "person.name"];

/** The sources for a text: those that are usual, and the rest. */
export function chipsOf(sources: readonly string[]): { first: readonly string[]; rest: readonly string[] } {
  const first = usual.filter((source) => sources.includes(source));
  return { first, rest: sources.filter((source) => !first.includes(source)) };
}

/** The sources that a table can ask by, the usual ones first. What has a code is asked by its code alone, which every language has. */
export function askedBy(sources: readonly string[]): string[] {
  const worded = sources.filter((source) => !sources.includes(`${source}.code`));
  const first = tabled.filter((source) => worded.includes(source));
  return [...first, ...worded.filter((source) => !first.includes(source))];
}

/** What a source is called where a table asks by it: a code by the name of what it says. */
export function askedText(m: MappingWords, source: string): string {
  const isCode = source === "place.code" || source === "overtime.code";
  return sourceText(m, isCode ? source.replace(/\.code$/u, "") : source);
}

/** The sources that can fill a field as they are: of dates and numbers those that say one, and the one that is held. */
export function fitting(sources: readonly string[], kind: string, held: string): string[] {
  const wanted = fits[kind];
  return wanted === undefined ? [...sources] : sources.filter((source) => wanted.includes(source) || source === held);
}

const fits: Readonly<Record<string, readonly string[]>> = {
  date: ["date", "deadline", "start"],
  number: ["minutes", "hours", "person.number", "project.code"],
};
