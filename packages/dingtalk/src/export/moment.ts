import { addDays, dateOfDayNumber, isWorkDate, type WorkDate } from "@today/core/time/date";
import { type Minutes, minutesPerDay } from "@today/core/time/minutes";
import type { Cell } from "./heading.ts";

/** A place on the line of some date: 08:57 of 2026-09-16. */
export interface Moment {
  readonly date: WorkDate;
  readonly minute: Minutes;
}

/** Days between 1899-12-30, where a sheet's serial numbers begin, and 1970-01-01. */
const epochDays = 25_569;
const dateShape = /(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/;
const timeShape = /(次日|第二天|\+1\s*)?\s*(\d{1,2})[:：](\d{2})(?:[:：]\d{2})?\s*(次日|\+1)?/;

/** A cell's date: `26-09-16 星期三`, `2026/9/16`, `2026年9月16日` or a serial number; null for anything else. */
export function dateOfCell(cell: Cell): WorkDate | null {
  if (typeof cell === "number") return isSerial(cell) ? dateOfDayNumber(Math.floor(cell) - epochDays) : null;
  const match = dateShape.exec(String(cell ?? ""));
  if (match === null) return null;
  const [, year = "", month = "", day = ""] = match;
  const date = `${year.length === 2 ? `20${year}` : year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isWorkDate(date) ? date : null;
}

/**
 * A cell's clock time on a date's line, seconds cut off: `08:57`, `次日 02:10`, `26-09-17 02:10` on the date before, a serial number
 * with or without a date; null for anything else.
 */
export function momentOfCell(cell: Cell, date: WorkDate): Moment | null {
  if (typeof cell === "number") return momentOfNumber(cell, date);
  const text = String(cell ?? "");
  const match = timeShape.exec(text.replace(dateShape, " "));
  const hour = Number(match?.[2]);
  const rest = Number(match?.[3]);
  if (match === null || hour > 23 || rest > 59) return null;
  const said = dateOfCell(text);
  const isNext = match[1] !== undefined || match[4] !== undefined;
  return { date: said ?? (isNext ? addDays(date, 1) : date), minute: hour * 60 + rest };
}

function momentOfNumber(cell: number, date: WorkDate): Moment | null {
  // A serial number counts in parts of a day; half a second is added because 08:57 is not a round fraction.
  const seconds = Math.floor((cell - Math.floor(cell)) * 86_400 + 0.5);
  const minute = Math.floor(seconds / 60) % minutesPerDay;
  if (cell >= 0 && cell < 1) return { date, minute };
  return isSerial(cell) ? { date: dateOfDayNumber(Math.floor(cell) - epochDays), minute } : null;
}

function isSerial(cell: number): boolean {
  return cell >= 36_526 && cell < 73_051;
}
