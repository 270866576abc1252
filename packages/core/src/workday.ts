import type { Allocation, LinePart, Pick, SplitPart } from "./allocation.ts";
import type { Policy } from "./policy.ts";
import type { Punch } from "./punch.ts";
import type { Shift } from "./shift.ts";
import type { Site } from "./site.ts";
import type { DayKind, WorkDate } from "./time/date.ts";
import type { Interval } from "./time/interval.ts";
import type { Instant, Minutes } from "./time/minutes.ts";
import type { Warning, WarningName } from "./warning.ts";

/** Everything known of one person's one work date. Order of the lists does not matter, but for `split`. */
export interface DayFacts {
  readonly date: WorkDate;
  readonly now: Instant;
  readonly dayKind: DayKind;
  readonly shift: Shift | null;
  readonly punches: readonly Punch[];
  readonly leaves: readonly Interval[];
  readonly trips: readonly Interval[];
  readonly overtime: readonly Interval[];
  readonly picks: readonly Pick[];
  readonly split: readonly SplitPart[];
  readonly sites: readonly Site[];
  readonly defaultProject: string | null;
  readonly policy: Policy;
}

export type DayStatus = "off" | "on-leave" | "absent" | "warning" | "normal";

/** A missing clock-out and the interval offered for it; nothing of it is counted. */
export interface Proposal extends Interval {
  readonly punchId: string;
}

/** A settled day. `assigned + unassigned = counted`, always. */
export interface Workday {
  readonly date: WorkDate;
  readonly planned: Minutes;
  readonly attended: Minutes;
  readonly overtimeAttended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
  readonly status: DayStatus;
  readonly warnings: readonly WarningName[];
  readonly allocations: readonly Allocation[];
}

/** A settled day with what the screens need to draw and explain it. */
export interface SettledDay extends Workday {
  /** The line in time order; parts do not overlap. */
  readonly line: readonly LinePart[];
  readonly details: readonly Warning[];
  readonly proposals: readonly Proposal[];
  readonly over: boolean;
}
