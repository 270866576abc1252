import type { SettledDay } from "@today/core/workday";
import type { StoredAdjustment } from "./day-review.ts";
import type { DirtyDay } from "./dirty-day.ts";
import type { StoredApproval, WorkdayBody, WorkdayRow } from "./workday.ts";

/** A freshly settled day beside what was settled before; `since` and `punchVersions` are those its facts were loaded with. */
export interface SettledWrite extends DirtyDay {
  readonly punchVersions: number;
  readonly day: SettledDay;
  readonly body: Pick<WorkdayBody, "overAt" | "dayKind" | "shift">;
  /** In the order of the day's allocations. */
  readonly approvals: readonly StoredApproval[];
  readonly before: WorkdayRow | null;
  /** A closed day stays as it is: what is different is booked. */
  readonly closed: boolean;
  readonly adjustments: readonly StoredAdjustment[];
}
