import { type Refusal, refuse } from "./problem.ts";
import type { WorkDate } from "./time/date.ts";

/** Whether a stretch of work dates may still be changed: by all, by approvers, or by nobody. */
type PeriodState = "open" | "open-for-approvers" | "closed";

/** Work dates from `first` to `last`, both included, that are closed together. */
export interface Period {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly state: PeriodState;
}

/** Refuses `period-closed` for a change on a date in a closed period; null when it may be made. */
export function refuseChange(date: WorkDate, periods: readonly Period[]): Refusal | null {
  const closed = periods.some(({ first, last, state }) => state === "closed" && first <= date && date <= last);
  return closed ? refuse("period-closed") : null;
}
