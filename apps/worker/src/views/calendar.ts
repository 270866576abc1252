import { withOverrides } from "@today/core/calendar";
import { addDays } from "@today/core/time/date";
import { type CalendarChange, readCalendarYear } from "@today/db/calendar-year";
import type { Context } from "../context.ts";
import type { CalendarYear } from "../contract.ts";
import { isoOf } from "./instant.ts";

/** A year's calendar with who said what of it; a year nobody knows has no source. */
export async function viewCalendar(ctx: Context, year: number): Promise<CalendarYear> {
  const { db, company, actor } = ctx;
  const { stored, closedUntil, history } = await readCalendarYear(db, company.id, year);
  const published = stored?.days ?? {};
  const overrides = stored?.overrides ?? {};
  const days = withOverrides({ years: { [year]: published } }, overrides).years[year] ?? {};
  return {
    year,
    source: stored?.source ?? null,
    days: Object.entries(days)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([date, kind]) => ({
        ...{ date, kind, published: published[date] ?? null },
        override: date in overrides ? overrideOf(history.find((change) => change.date === date)) : null,
      })),
    editable: actor.roles.includes("admin"),
    openFrom: closedUntil === null ? null : addDays(closedUntil, 1),
    history: history.map((change) => ({ ...change, at: isoOf(change.at, company.zone) })),
  };

  function overrideOf(change: CalendarChange | undefined) {
    if (change === undefined) return null;
    return { reason: change.reason ?? "", by: change.by, at: isoOf(change.at, company.zone) };
  }
}
