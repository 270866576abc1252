import { todayOf } from "../author.ts";
import { ensureCalendar } from "../calendar.ts";
import type { Context } from "../context.ts";

/** Keeps the published holidays of last year, this year and the next; gives the years that nobody knows. */
export async function loadCalendar(ctx: Context): Promise<number[]> {
  const year = Number(todayOf(ctx).slice(0, 4));
  return ensureCalendar(ctx, [year - 1, year, year + 1]);
}
