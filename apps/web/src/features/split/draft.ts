import type { WorkDate } from "@today/core/time/date";
import type { Part } from "./split.ts";

/** Parts that are not saved yet, and the version of the day they were made on. */
export interface Draft {
  readonly version: number;
  readonly parts: readonly Part[];
}

/** Whose draft, and of which day. */
export interface DraftPlace {
  readonly person: string;
  readonly date: WorkDate;
}

const keyOf = ({ person, date }: DraftPlace) => `today.split.${person}.${date}`;

/** Keeps parts on this phone: projects and minutes, nothing else. */
export function keepDraft(place: DraftPlace, { version, parts }: Draft): void {
  const kept = parts.map(({ project, task, minutes }) => ({ project, task, minutes }));
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ version, parts: kept }));
  } catch {
    // A full or forbidden storage only means that the draft ends with the page.
  }
}

/** The draft that was kept; null where there is none or it cannot be read. */
export function keptDraft(place: DraftPlace): Draft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(place)) ?? "null");
    return isDraft(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** Forgets a draft that was saved or is not wanted. */
export function dropDraft(place: DraftPlace): void {
  try {
    localStorage.removeItem(keyOf(place));
  } catch {
    return;
  }
}

function isDraft(kept: unknown): kept is Draft {
  if (typeof kept !== "object" || kept === null) return false;
  const { version, parts } = kept as Partial<Record<keyof Draft, unknown>>;
  return typeof version === "number" && Array.isArray(parts) && parts.length > 0 && parts.every(isPart);
}

function isPart(kept: unknown): boolean {
  if (typeof kept !== "object" || kept === null) return false;
  const { project, task, minutes } = kept as Partial<Record<keyof Part, unknown>>;
  const isName = (one: unknown) => one === null || typeof one === "string";
  return isName(project) && isName(task) && Number.isSafeInteger(minutes) && Number(minutes) > 0;
}
