import { dayKindOf } from "@today/core/calendar";
import { dayRange, isWorkingDay, type WorkDate, weekdayOf } from "@today/core/time/date";
import { readCalendar } from "@today/db/calendar";
import type { Context } from "../context.ts";

/**
 * The workdays of a range within one year: what the calendar says, and of a company whose people work on Saturdays these too, unless
 * they are holidays. `worked` are dates of the last week and the next on which people have shifts.
 */
export async function readWorkdays(
  { db, company }: Context,
  { from, to }: { readonly from: WorkDate; readonly to: WorkDate },
  worked: readonly WorkDate[],
): Promise<WorkDate[]> {
  const calendar = await readCalendar(db, company.id, [Number(from.slice(0, 4))]);
  const kind = (date: WorkDate) => {
    const said = dayKindOf(date, calendar);
    return said.ok ? said.value : weekdayOf(date) >= 6 ? "rest" : "workday";
  };
  const weekdays = new Set(worked.filter((date) => kind(date) === "rest").map(weekdayOf));
  return dayRange(from, to).filter((date) => {
    const is = kind(date);
    return isWorkingDay(is) || (is === "rest" && weekdays.has(weekdayOf(date)));
  });
}
