import type { WorkDate } from "@today/core/time/date";
import { addDays } from "@today/core/time/date";
import type { Member, Project, ProjectHours, Session } from "../../api.ts";
import { daysIn, type Period, rangeOf } from "../../period.ts";
import { findProjects, isMeant, type PinyinMatch, wordsOf } from "../../project-search.ts";

/** The most days that the server answers for at once. */
export const longestRange = 62;

/** The places in the order in which they are always shown. */
export const places = ["onsite", "mobile", "trip", "unknown"] as const;
export type Place = (typeof places)[number];

/** The kinds of overtime, by the factor they are paid with. */
export const overtimeKinds = ["workday", "rest", "statutory"] as const;

type Row = ProjectHours["rows"][number];

/** Whether a reader is shown a project's hours: its managers, HR and finance. */
export function seesHours({ person }: Session, { managers }: Pick<Project, "managers">): boolean {
  return ["hr", "finance"].some((role) => person.roles.some((own) => own === role)) || managesIt(person.id, managers);
}

/** Whether a reader is shown a project's people and sites: its managers, HR and administrators. */
export function seesPeople({ person }: Session, { managers }: Pick<Project, "managers">): boolean {
  return ["hr", "admin"].some((role) => person.roles.some((own) => own === role)) || managesIt(person.id, managers);
}

function managesIt(person: string, managers: Project["managers"]): boolean {
  return managers.some(({ id }) => id === person);
}

/** A range no longer than the server answers for: the first 62 days of what was asked. */
export function withinReach(one: WorkDate, other: WorkDate): Period {
  const asked = rangeOf(one, other);
  return daysIn(asked) <= longestRange ? asked : rangeOf(asked.first, addDays(asked.first, longestRange - 1));
}

/** Rows as they are read: people by what they did, the most first; days in their order. */
export function inOrder({ by, rows }: Pick<ProjectHours, "by" | "rows">): Row[] {
  return by === "day"
    ? [...rows].sort((a, b) => (a.key < b.key ? -1 : 1))
    : [...rows].sort((a, b) => b.minutes - a.minutes || (a.key < b.key ? -1 : 1));
}

/** The projects meant by a query: by their names, or by a manager's. */
export function searchProjects(projects: readonly Project[], query: string, pinyin: PinyinMatch | null): Project[] {
  const words = wordsOf(query);
  const byName = new Set(findProjects(projects, query, pinyin).map(({ id }) => id));
  return projects.filter(
    ({ id, managers }) =>
      byName.has(id) || words.every((word) => managers.some(({ name }) => isMeant(name, word, pinyin))),
  );
}

/** The members meant by a query: by name, title or id. */
export function searchMembers(members: readonly Member[], query: string, pinyin: PinyinMatch | null): Member[] {
  const words = wordsOf(query);
  return members.filter(({ person }) =>
    words.every((word) => [person.name, person.title ?? "", person.id].some((text) => isMeant(text, word, pinyin))),
  );
}
