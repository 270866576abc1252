import type { WorkDate } from "@today/core/time/date";
import { type Language, longDate, shortDate } from "../../format.ts";

/** When somebody did something, by the company's clock: `9/16 10:02`. */
export function instantText(instant: string): string {
  return `${shortDate(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}

/** A day with its year: `2026年9月1日`, `1 Sep 2026`. */
export function fullDate(date: WorkDate, language: Language): string {
  const year = date.slice(0, 4);
  const day = longDate(date, language).split(" ");
  return language === "zh" ? `${year}年${day[0]}` : `${day.slice(1).join(" ")} ${year}`;
}
