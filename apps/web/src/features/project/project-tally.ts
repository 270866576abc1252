import type { WorkDate } from "@today/core/time/date";
import { addDays } from "@today/core/time/date";
import type { Member, Project, ProjectHours, Session } from "../../api.ts";
import { daysIn, type Period, rangeOf } from "../../period.ts";
import { findProjects, isMeant, type PinyinMatch, wordsOf } from "../../project-search.ts";
import { hashOf } from "../../route.ts";

/** The most days that the server answers for at once. */
export const longestRange = 62;

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

/** Whether a reader may open the days of a project's people: its managers and HR. */
export function seesDays({ person }: Session, { managers }: Pick<Project, "managers">): boolean {
  return person.roles.includes("hr") || managesIt(person.id, managers);
}

/** Whether a reader may say what a project may use: its managers, administrators and finance. */
export function setsBudget({ person }: Session, { managers }: Pick<Project, "managers">): boolean {
  return person.roles.includes("admin") || person.roles.includes("finance") || managesIt(person.id, managers);
}

/** The address of somebody's day, with its punches; one's own stands in one's own hours. */
export function hashOfPersonDay(date: WorkDate, person: string, me: string | undefined): string {
  return person === me ? hashOf("hours", date) : hashOf("hours", date, "of", person);
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
