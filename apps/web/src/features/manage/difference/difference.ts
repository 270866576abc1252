import { isWorkDate, type WorkDate } from "@today/core/time/date";
import type { Differences } from "../../../api.ts";

export type Difference = Differences["differences"][number];
export type DifferenceState = Difference["state"];

/** Which difference: whose, of which day and figure. */
export interface Place {
  readonly date: WorkDate;
  readonly person: string;
  readonly figure: string;
}

/** A day with what differs on it. */
export interface DifferentDay {
  readonly date: WorkDate;
  readonly differences: readonly Difference[];
}

/** The place in the address `…/2026-09-15/zhao001/late`; null where it is none. */
export function placeOf([date, person, figure]: readonly string[]): Place | null {
  if (date === undefined || !isWorkDate(date) || person === undefined || figure === undefined) return null;
  return { date, person, figure };
}

/** Whether a difference is at a place. */
export function isAt({ date, person, figure }: Difference, place: Place): boolean {
  return date === place.date && person.id === place.person && figure === place.figure;
}

/** The differences by day, in the order in which they came. */
export function byDay(differences: readonly Difference[]): DifferentDay[] {
  const days = new Map<WorkDate, Difference[]>();
  for (const one of differences) days.set(one.date, [...(days.get(one.date) ?? []), one]);
  return [...days].map(([date, found]) => ({ date, differences: found }));
}
