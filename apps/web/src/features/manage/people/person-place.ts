import type { WorkDate } from "@today/core/time/date";

/** Who is shown, when, and whether the reader may change it. */
export interface PersonPlace {
  readonly id: string;
  readonly today: WorkDate;
  /** The first day that is not closed; null where none is. */
  readonly openFrom: WorkDate | null;
  readonly isEditable: boolean;
}
