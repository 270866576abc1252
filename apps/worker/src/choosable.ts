import { addDays, type WorkDate } from "@today/core/time/date";
import { Refusal } from "./error.ts";

const aheadDays = 7;

/** Whether choices about a date may already be made. */
export function isNear(date: WorkDate, today: WorkDate): boolean {
  return date <= addDays(today, aheadDays);
}

/** Whether choices about a date may still, or already, be made. */
export function isChoosable(date: WorkDate, today: WorkDate, { backDays }: { readonly backDays: number }): boolean {
  return date >= addDays(today, -backDays) && isNear(date, today);
}

/** Refuses `date-out-of-range` for a date too far back or too far ahead. */
export function demandChoosable(date: WorkDate, today: WorkDate, rules: { readonly backDays: number }): void {
  if (!isChoosable(date, today, rules)) throw new Refusal("date-out-of-range");
}
