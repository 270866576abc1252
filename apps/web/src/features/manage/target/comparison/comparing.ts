import type { Comparison } from "../../../../api.ts";

export type Compared = Comparison["worklogs"][number];
type Match = Compared["match"];

/** Ways in which both sides can differ, in the order in which they are told. */
const differing = ["differs", "missing", "double", "extra"] as const satisfies readonly Match[];

/** Ours and theirs of a project or a person; `unread` of ours was not read back since it was sent. */
export interface Line {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly ours: number;
  readonly theirs: number;
  readonly unread: number;
  readonly differing: number;
}

/** What both sides come to. */
export type Total = Pick<Line, "ours" | "theirs" | "unread" | "differing">;

/** The lines by project or by person; those of whom there is nothing on either side are left out. */
export function linesOf(
  { projects, people }: Pick<Comparison, "projects" | "people">,
  by: "projects" | "people",
): Line[] {
  const lines: Line[] =
    by === "people"
      ? people.map(({ person, ...sum }) => ({ ...sum, ...person }))
      : projects.map(({ project, ...sum }) => ({ ...sum, ...project, title: null }));
  return lines.filter(({ ours, theirs, unread, differing: count }) => ours + theirs + unread + count > 0);
}

/** The sum of all. */
export function totalOf(lines: readonly Total[]): Total {
  const sum = (of: keyof Total) => lines.reduce((total, line) => total + line[of], 0);
  return { ours: sum("ours"), theirs: sum("theirs"), unread: sum("unread"), differing: sum("differing") };
}

/** Whether a line is the same on both sides, as far as it was read. */
export function isEqual({ ours, theirs, unread, differing: count }: Total): boolean {
  return count === 0 && unread === 0 && ours === theirs;
}

/** What a reader sees first: nothing was ever read, nothing is there, something differs, is not known yet, or both sides agree. */
export type Verdict = "never" | "differs" | "unread" | "nothing" | "same";

/** How a month stands. */
export function verdictOf({ readAt, projects }: Pick<Comparison, "readAt" | "projects">): Verdict {
  if (readAt === null) return "never";
  const { ours, theirs, unread, differing: count } = totalOf(projects);
  if (count > 0) return "differs";
  if (unread > 0) return "unread";
  return ours === 0 && theirs === 0 ? "nothing" : "same";
}

/** Bars of a line in per cent of the longest of all; what was not read is a part of its own. */
export interface Bars {
  readonly ours: number;
  readonly theirs: number;
  readonly unread: number;
}

/** How long the bars of a line are. */
export function barsOf({ ours, theirs, unread }: Total, longest: number): Bars {
  const part = (minutes: number) => (longest === 0 ? 0 : Math.round((minutes / longest) * 1000) / 10);
  return { ours: part(ours), theirs: part(theirs), unread: part(unread) };
}

/** The longest bar of lines, in minutes. */
export function longestOf(lines: readonly Total[]): number {
  return Math.max(0, ...lines.flatMap(({ ours, theirs, unread }) => [ours, theirs + unread]));
}

/** The worklogs on which both sides do not agree; the server tells them first. */
export function differingOf(pages: readonly Pick<Comparison, "worklogs">[]): Compared[] {
  return pages.flatMap(({ worklogs }) => worklogs.filter(isDiffering));
}

/** Whether the pages may go on with worklogs that do not agree. */
export function hasMoreDiffering(pages: readonly Pick<Comparison, "worklogs" | "next">[]): boolean {
  const last = pages.at(-1);
  const end = last?.worklogs.at(-1);
  return last !== undefined && last.next !== null && end !== undefined && isDiffering(end);
}

function isDiffering({ match }: Compared): boolean {
  return (differing as readonly Match[]).includes(match);
}

/** Whether the same time stands elsewhere there: another task, date or name. */
export function isElsewhere({ match, records, theirs, ours }: Compared): boolean {
  return match === "differs" && records === 1 && theirs === 0 && ours > 0;
}

/** What mending all comes to, each way with how many, those that did not arrive at the end; empty when nothing is to be mended. */
export function mendsOf({ matches, waiting }: Pick<Comparison, "matches" | "waiting">) {
  const ways = differing.map((way) => ({ way, count: matches[way] ?? 0 }));
  const failed = waiting.filter(({ state }) => state === "failed").reduce((sum, { count }) => sum + count, 0);
  return [...ways, { way: "failed" as const, count: failed }].filter(({ count }) => count > 0);
}
