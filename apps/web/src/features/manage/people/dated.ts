import type { WorkDate } from "@today/core/time/date";

/** Something that holds from a date on; with null it holds until anything else is said. */
export interface Dated {
  readonly startsOn: WorkDate | null;
}

/** Whether an entry held before, holds now, or will. */
export type Standing = "past" | "now" | "ahead";

/** What holds on a date of a list in order; null before the first. */
export function entryOn<Entry extends Dated>(entries: readonly Entry[], date: WorkDate): Entry | null {
  return entries.findLast(({ startsOn }) => startsOn === null || startsOn <= date) ?? null;
}

/** How an entry stands to today. */
export function standingOf<Entry extends Dated>(entries: readonly Entry[], entry: Entry, today: WorkDate): Standing {
  if (entry.startsOn !== null && entry.startsOn > today) return "ahead";
  return entryOn(entries, today)?.startsOn === entry.startsOn ? "now" : "past";
}

/** Whether an entry holds in a closed day, so that it stays. */
export function isLocked({ startsOn }: Dated, openFrom: WorkDate | null): boolean {
  return startsOn !== null && openFrom !== null && startsOn < openFrom;
}

/** From when something new is offered: today, or the first open day if that is later. */
export function offeredStart(today: WorkDate, openFrom: WorkDate | null): WorkDate {
  return openFrom !== null && openFrom > today ? openFrom : today;
}

/** What was said for exactly this date, which a new word for it replaces. */
export function saidFor<Entry extends Dated>(entries: readonly Entry[], startsOn: WorkDate): Entry | null {
  return entries.find((entry) => entry.startsOn === startsOn) ?? null;
}
