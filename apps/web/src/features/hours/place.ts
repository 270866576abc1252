import { isWorkDate, type WorkDate } from "@today/core/time/date";
import { monthOf, type Period, weekOf } from "../../period.ts";
import { hashOf } from "../../route.ts";

/** What 工时 shows: some days, or one day of oneself or of `person`. Without a period it is the one that holds today. */
export type HoursPlace =
  | { readonly page: "days"; readonly view: "week" | "month"; readonly period: Period | null }
  | { readonly page: "day"; readonly date: WorkDate; readonly person: string | null };

/** Reads the address after `#/hours`: `["2026-09-15"]`, `["2026-09-15", "of", "zhao001"]`, `["month", "2026-08-01"]`. */
export function placeOf([first = "", second = "", third]: readonly string[]): HoursPlace {
  if (isWorkDate(first)) return { page: "day", date: first, person: second === "of" ? (third ?? null) : null };
  const view = first === "month" ? "month" : "week";
  const period = isWorkDate(second) ? (view === "month" ? monthOf(second) : weekOf(second)) : null;
  return { page: "days", view, period };
}

/** The address of a week or month: `#/hours/week/2026-09-14`. */
export function hashOfPeriod({ kind, first }: Period): string {
  return hashOf("hours", kind === "month" ? "month" : "week", first);
}

/** The address of a day: `#/hours/2026-09-15`. */
export function hashOfDay(date: WorkDate): string {
  return hashOf("hours", date);
}
