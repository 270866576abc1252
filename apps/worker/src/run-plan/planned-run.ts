import type { WorkDate } from "@today/core/time/date";
import type { Job } from "../job.ts";

/** A run as it will be kept: its id says what it is for and when, so that a repeat of the same is no second run. */
export interface PlannedRun {
  readonly id: string;
  /** One a batch, as the batch's work will be read. */
  readonly works: readonly object[];
  readonly from: WorkDate | null;
  readonly to: WorkDate | null;
  /** What is kept in the same transaction as the run. */
  readonly along?: readonly D1PreparedStatement[];
  /** Messages that follow it, also when the run was there already. */
  readonly after?: readonly Job[];
}
