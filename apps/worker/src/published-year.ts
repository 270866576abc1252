import { addDays, type DayKind, dayRange, type WorkDate } from "@today/core/time/date";
import type { CalendarYear } from "@today/db/calendar";
import { getDayDetail, getSolarDateFromLunar } from "chinese-days";

const source = "chinese-days 1.5.7";

/**
 * Mainland China's exceptions of a year as the State Council published them, statutory days set apart from the other days off
 * of a holiday; null for a year that is not published yet or was before the rules of 2008.
 */
export function publishedYear(year: number): CalendarYear | null {
  // Of a year it has no data for, the package says that National Day is worked.
  if (year < 2008 || !isSpecial(`${year}-10-01`)) return null;
  const statutory = new Set(statutoryDays(year));
  const special = dayRange(`${year}-01-01`, `${year}-12-31`).filter(isSpecial);
  return { year, source, days: Object.fromEntries(special.map((date) => [date, kindOf(date, statutory)])) };
}

/** The package names a holiday `Spring Festival,春节,4`, also on the days worked for it, and any other day by its weekday. */
function isSpecial(date: WorkDate): boolean {
  return detailOf(date).name.includes(",");
}

function kindOf(date: WorkDate, statutory: ReadonlySet<WorkDate>): DayKind {
  if (detailOf(date).work) return "swapped-workday";
  return statutory.has(date) ? "statutory" : "in-lieu-rest";
}

// The package reads 2026-10-01 as midnight in Greenwich and then in the machine's zone, 2026/10/01 in the machine's alone.
function detailOf(date: WorkDate): { readonly name: string; readonly work: boolean } {
  return getDayDetail(date.replaceAll("-", "/"));
}

function lunar(year: number, day: string): WorkDate {
  return getSolarDateFromLunar(`${year}/${day}`).date;
}

/** 清明 by the usual formula for 2000 to 2099: 5 April 2026. */
function clearAndBright(year: number): WorkDate {
  const short = year % 100;
  return `${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`;
}

// 全国年节及纪念日放假办法, 2024 revision: 13 days from 2025; Spring Festival has four, with New Year's Eve, and Labour Day two.
function statutoryDays(year: number): WorkDate[] {
  const newYear = lunar(year, "1/1");
  const [first, last] = year >= 2025 ? [-1, 2] : year >= 2014 ? [0, 2] : [-1, 1];
  return [
    `${year}-01-01`,
    ...dayRange(addDays(newYear, first), addDays(newYear, last)),
    clearAndBright(year),
    ...dayRange(`${year}-05-01`, year >= 2025 ? `${year}-05-02` : `${year}-05-01`),
    lunar(year, "5/5"),
    lunar(year, "8/15"),
    ...dayRange(`${year}-10-01`, `${year}-10-03`),
  ];
}
