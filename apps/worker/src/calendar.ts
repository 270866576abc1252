import { keepCalendarYears, readCalendar } from "@today/db/calendar";
import type { Context } from "./context.ts";
import { publishedYear } from "./published-year.ts";

/** Keeps the holidays of years that are published and not kept yet; gives the years that nobody knows. */
export async function ensureCalendar(ctx: Context, years: readonly number[]): Promise<number[]> {
  const { db, company, now } = ctx;
  const known = await readCalendar(db, company.id, years);
  const missing = years.filter((year) => !(String(year) in known.years));
  const published = missing.flatMap((year) => publishedYear(year) ?? []);
  if (published.length > 0) await keepCalendarYears(db, { companyId: company.id, at: now }, published);
  return missing.filter((year) => !published.some((one) => one.year === year));
}
