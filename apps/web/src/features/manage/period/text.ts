import type { Minutes } from "@today/core/time/minutes";
import type { Period } from "../../../api.ts";
import { clockTime, duration, shortDate } from "../../../format.ts";
import type { Words } from "./words.ts";

/** `2026年8月`, `第 36 周 8/31–9/6`. */
export function periodName(m: Words, { id, first, last }: Pick<Period, "id" | "first" | "last">): string {
  const week = weekOf(id);
  if (week !== null) return m["period.week"](week, shortDate(first), shortDate(last));
  return m["period.month"](id.slice(0, 4), Number(id.slice(5, 7)));
}

/** `8 月`, `第 36 周`: of `2026-08`, `2026-W36`. */
export function shortName(m: Words, id: string): string {
  const week = weekOf(id);
  return week === null ? m["period.monthBare"](Number(id.slice(5, 7))) : m["period.weekBare"](week);
}

/** An instant in rows: `9/17 09:10`. */
export function whenText(instant: string): string {
  return `${shortDate(instant.slice(0, 10))} ${instant.slice(11, 16)}`;
}

/** `+0h30`, `−1h00`. */
export function signed(minutes: Minutes): string {
  return minutes < 0 ? duration(minutes) : `+${duration(minutes)}`;
}

/** A sum of many people: `15,131h15`. */
export function bigDuration(minutes: Minutes): string {
  const [hours = "", rest] = duration(minutes).split("h");
  return `${hours.replace(/\B(?=(\d{3})+$)/g, ",")}h${rest}`;
}

/** `1,240`. */
export function countText(count: number): string {
  return count.toLocaleString("en");
}

/** `18:00` of 1080; times of the next day say so. */
export function timeText(m: Words, minute: Minutes): string {
  return clockTime(minute, m.lang);
}

function weekOf(id: string): number | null {
  const week = /-W(\d+)$/.exec(id)?.[1];
  return week === undefined ? null : Number(week);
}
