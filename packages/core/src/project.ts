import type { WorkDate } from "./time/date.ts";

/** What hours are for. `mark` is one Chinese character or two Latin letters; `color` is a slot 1–8. */
export interface Project {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  /** At most 8 characters. */
  readonly shortName: string;
  readonly mark: string;
  readonly color: number;
  readonly startsOn: WorkDate | null;
  /** The last day on which it can be booked. */
  readonly closedOn: WorkDate | null;
}
