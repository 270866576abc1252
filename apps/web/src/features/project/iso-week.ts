import { addDays, type WorkDate, weekdayOf } from "@today/core/time/date";
import { type Period, weekOf } from "../../period.ts";

/** The days of an ISO week, `2026-W38` is 14 to 20 September; week 1 holds 4 January. */
export function daysOfWeek(week: string): Period {
  const fourth: WorkDate = `${week.slice(0, 4)}-01-04`;
  return weekOf(addDays(fourth, 1 - weekdayOf(fourth) + (weekNumber(week) - 1) * 7));
}

/** 38 of `2026-W38`. */
export function weekNumber(week: string): number {
  return Number(week.slice(6));
}
