import { daysBetween, type WorkDate } from "@today/core/time/date";
import { Refusal } from "./error.ts";

const longestDays = 62;

/** Refuses `range-reversed` and, above 62 days, `range-too-long`. Both ends are included. */
export function demandRange(from: WorkDate, to: WorkDate): void {
  if (to < from) throw new Refusal("range-reversed");
  if (daysBetween(from, to) >= longestDays) throw new Refusal("range-too-long");
}
