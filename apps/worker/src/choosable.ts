import { addDays, type WorkDate } from "@today/core/time/date";
import { backDatingDays } from "@today/db/member-day";
import { Refusal } from "./error.ts";

const aheadDays = 7;

/** Whether choices about a date may still, or already, be made. */
export function isChoosable(date: WorkDate, today: WorkDate): boolean {
  return date >= addDays(today, -backDatingDays) && date <= addDays(today, aheadDays);
}

/** Refuses `date-out-of-range` for a date too far back or too far ahead. */
export function demandChoosable(date: WorkDate, today: WorkDate): void {
  if (!isChoosable(date, today)) throw new Refusal("date-out-of-range");
}
