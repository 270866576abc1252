import type { Day } from "../company/beijing.ts";

/** By how much a person's column is wrong on a day, so that a comparison finds something. */
export interface ReportDifference {
  readonly userId: string;
  readonly alias: string;
  readonly day: Day;
  readonly add: number;
}
