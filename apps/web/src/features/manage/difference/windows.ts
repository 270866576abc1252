import { addDays, type WorkDate } from "@today/core/time/date";

/** The days a page of differences is about, and where in them it begins. */
export interface Window {
  readonly from: WorkDate;
  readonly to: WorkDate;
  readonly cursor?: string | undefined;
}

const windowDays = 62;
const windowsBack = 3;

/** The days that are looked at first: the two months that end today. */
export function firstWindow(today: WorkDate): Window {
  return { from: addDays(today, 1 - windowDays), to: today };
}

/** What comes after a page: the rest of its days, else the two months before, half a year back; undefined for nothing. */
export function nextWindow(today: WorkDate, { from, to }: Window, next: string | null): Window | undefined {
  if (next !== null) return { from, to, cursor: next };
  if (from <= addDays(today, 1 - windowDays * windowsBack)) return undefined;
  return { from: addDays(from, -windowDays), to: addDays(from, -1) };
}
