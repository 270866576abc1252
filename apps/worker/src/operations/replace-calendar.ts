import { type Calendar, type CalendarDays, type CalendarFile, dayKindOf, withOverrides } from "@today/core/calendar";
import { dayRange, type WorkDate } from "@today/core/time/date";
import { replaceYear } from "@today/db/calendar-change";
import { readCalendarYear } from "@today/db/calendar-year";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Puts a region's file in the place of a year; the days it changes are settled anew for everybody. A repeat changes nothing. */
export async function replaceCalendar(ctx: Context, file: CalendarFile, reason: string): Promise<void> {
  demandRole(ctx, "admin");
  const { stored } = await readCalendarYear(ctx.db, ctx.company.id, file.year);
  const after = JSON.stringify(file.days);
  if (stored?.text === after && stored.source === file.source) return;
  const before = stored?.text ?? null;
  const dates = changedDates(file, stored);
  const answer = await replaceYear(ctx.db, authorOf(ctx), { file, before, dates, reason });
  if (answer === "moved") throw new Refusal("version-conflict");
  if (answer === "closed") throw new Refusal("period-closed");
  await enqueue(ctx, [{ kind: "settle", people: null }]);
}

interface Known {
  readonly days: CalendarDays;
  readonly overrides: CalendarDays;
}

/** The dates of a year whose kind a file changes, all of them when nothing was known of it. */
function changedDates({ year, days }: CalendarFile, known: Known | null): WorkDate[] {
  const overrides = known?.overrides ?? {};
  const after = withOverrides({ years: { [year]: days } }, overrides);
  const before = known === null ? { years: {} } : withOverrides({ years: { [year]: known.days } }, overrides);
  const kindIn = (calendar: Calendar, date: WorkDate) => {
    const kind = dayKindOf(date, calendar);
    return kind.ok ? kind.value : null;
  };
  return dayRange(`${year}-01-01`, `${year}-12-31`).filter((date) => kindIn(before, date) !== kindIn(after, date));
}
