import { todayOf } from "../author.ts";
import { ensureCalendar } from "../calendar.ts";
import type { Context } from "../context.ts";

/** Older facts may be imported from here on. */
const firstYear = 2024;

/** Keeps the published holidays from 2024 to the next year; gives the years that nobody knows. */
export async function loadCalendar(ctx: Context): Promise<number[]> {
  const year = Number(todayOf(ctx).slice(0, 4));
  const first = Math.min(firstYear, year - 1);
  return ensureCalendar(
    ctx,
    Array.from({ length: year + 2 - first }, (_, n) => first + n),
  );
}
