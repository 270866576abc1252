import type { Instant } from "@today/core/time/minutes";
import type { RunPart } from "@today/db/target-run";

/** How far a list was read: the next page, and when its first one was asked for. */
interface Place {
  readonly cursor: string | null;
  readonly begun: Instant | null;
  readonly pages: number;
  /** It was begun a second time, for its pages were not to be had any more. */
  readonly again: boolean;
  /** Why it was put aside. */
  readonly problem: string | null;
}

/** A list of the far side, and how far it was read. */
export type ReadList = Place &
  (
    | { readonly part: "projects" }
    /** With `since` only what has changed since then; the whole list tells what is gone. */
    | { readonly part: "tasks"; readonly project: string; readonly since: Instant | null }
    | { readonly part: "members"; readonly project: string }
  );

/** A part of a reading: a list, or the plan of what projects are to be read, or the note that all was. */
export type ReadPart = ReadList | { readonly part: "plan"; readonly full: boolean } | { readonly part: "end" };

const begin = { cursor: null, begun: null, pages: 0, again: false, problem: null } as const;
// Clocks differ, and some products tell changes a while later.
const overlapMs = 15 * 60_000;

/** The work of a whole reading; `full` reads tasks from the beginning. */
export function wholeWork(full: boolean): RunPart[] {
  return partsOf([
    { part: "projects", ...begin },
    { part: "plan", full },
  ]);
}

/** What of a remote project is to be read: its tasks since `tasksUntil`, and its members. */
export interface WantedProject {
  readonly id: string;
  readonly tasksUntil: Instant | null;
  readonly members: boolean;
}

/** The work of reading projects. */
export function projectWork(
  projects: readonly WantedProject[],
  can: { readonly tasks: boolean; readonly members: boolean },
): ReadList[] {
  return projects.flatMap(({ id, tasksUntil, members }): ReadList[] => {
    const since = tasksUntil === null ? null : tasksUntil - overlapMs;
    return [
      ...(can.members && members ? [{ part: "members", project: id, ...begin } as const] : []),
      ...(can.tasks ? [{ part: "tasks", project: id, since, ...begin } as const] : []),
    ];
  });
}

/** A list that is read from its beginning once more. */
export function beginAgain(list: ReadList): ReadList {
  return { ...list, ...begin, again: true };
}

/** What was put aside is to be tried once more. */
export function takeUp(work: readonly RunPart[]): RunPart[] {
  return work.map((part) => ("problem" in part ? { ...part, problem: null, again: false } : part));
}

/** The parts as they are stored. */
export function partsOf(parts: readonly ReadPart[]): RunPart[] {
  return parts.map((part): RunPart => ({ ...part }));
}

/** The parts of a stored reading. */
export function readParts(work: readonly RunPart[]): ReadPart[] {
  return work as readonly unknown[] as ReadPart[];
}
