import { daysBetween, type WorkDate } from "@today/core/time/date";
import { Refusal } from "./error.ts";

const longestDays = 62;

/** Refuses `range-reversed` and, above 62 days, `range-too-long`. Both ends are included. */
export function demandRange(from: WorkDate, to: WorkDate): void {
  if (to < from) throw new Refusal("range-reversed");
  if (daysBetween(from, to) >= longestDays) throw new Refusal("range-too-long");
}

const longestMonths = 36;

/** As `demandRange`, for months from `2026-01` to `2026-09`: 36 of them at most. */
export function demandMonths(from: string, to: string): void {
  if (to < from) throw new Refusal("range-reversed");
  if (numberOf(to) - numberOf(from) >= longestMonths) throw new Refusal("range-too-long");
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
}
