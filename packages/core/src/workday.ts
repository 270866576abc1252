import {
  type Allocation,
  allocate,
  type LinePart,
  type Pick,
  type Share,
  type SplitPart,
  sumAllocations,
} from "./allocation.ts";
import { type Attendance, attendanceOf, overtimeKindOf } from "./attendance.ts";
import { drawLine } from "./line.ts";
import type { Policy } from "./policy.ts";
import { type Presence, readPresence, type TimedPunch, timePunches } from "./presence.ts";
import type { Punch } from "./punch.ts";
import { dayEnd, plannedShift, type Shift } from "./shift.ts";
import type { Site } from "./site.ts";
import type { DayKind, WorkDate } from "./time/date.ts";
import { type Interval, subtract, total, union } from "./time/interval.ts";
import type { Instant, Minutes } from "./time/minutes.ts";
import { minuteOf } from "./time/zone.ts";
import { isOnLeave, type Warning, type WarningName, warningsOf } from "./warning.ts";

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

/** Turns the facts of one person's one work date into hours on projects. Same facts, same answer; the policy's zone must exist. */
export function settleWorkday(facts: DayFacts): SettledDay {
  const { date, policy } = facts;
  const shift = plannedShift(facts.shift, facts.dayKind);
  const sections = shift?.sections ?? [];
  const now = minuteOf(facts.now, date, policy.zone);
  const punches = timePunches(facts.punches, date, policy.zone);
  const presence = readPresence(punches, { sections, now });
  const trips = union(facts.trips);
  const there = union([...presence.stays, ...trips]);
  const { dayKind, leaves, overtime: approvals } = facts;
  const attendance = attendanceOf({ dayKind, shift, presence: there, leaves, approvals, policy });
  const shares = allocate(
    {
      counted: attendance.counted,
      overtime: attendance.overtimeAttended,
      overtimeKind: overtimeKindOf(dayKind),
      trips,
      stays: presence.stays,
    },
    facts,
  );
  const over = now >= dayEnd(sections);
  return conclude(facts, { over, shift, sections, punches, presence, there, trips, attendance, shares });
}

interface Findings {
  readonly over: boolean;
  readonly shift: Shift | null;
  readonly sections: readonly Interval[];
  readonly punches: readonly TimedPunch[];
  readonly presence: Presence;
  readonly there: readonly Interval[];
  readonly trips: readonly Interval[];
  readonly attendance: Attendance;
  readonly shares: readonly Share[];
}

function conclude({ date, policy, leaves, split }: DayFacts, found: Findings): SettledDay {
  const { over, shift, punches, presence, attendance, shares } = found;
  const details = warningsOf({
    ...{ over, punches, presence, attendance, shares, longDay: policy.longDay },
    sections: found.sections,
    expected: subtract(subtract(attendance.planned, leaves), found.trips),
    splitMinutes: split.reduce((sum, { minutes }) => sum + Math.max(0, minutes), 0),
  });
  const shiftBreaks = policy.breaks.rule === "shift" && shift !== null ? shift.breaks : null;
  return {
    date,
    ...totalsOf(attendance),
    unassigned: total(shares.filter(({ project }) => project === null)),
    status: statusOf(attendance, details),
    warnings: details.map(({ name }) => name),
    allocations: sumAllocations(shares),
    line: drawLine({ attendance, shares, presence: found.there, shiftBreaks }),
    details,
    proposals: proposalsOf(presence),
    over,
  };
}

function totalsOf(attendance: Attendance) {
  const overtimeAttended = total(attendance.overtimeAttended);
  const attended = total(attendance.attended);
  const counted = total(attendance.counted);
  return {
    planned: total(attendance.planned),
    attended,
    overtimeAttended,
    overtimeApproved: counted - (attended - overtimeAttended),
    counted,
    leave: total(attendance.leave),
  };
}

function statusOf(attendance: Attendance, warnings: readonly Warning[]): DayStatus {
  if (attendance.planned.length === 0 && attendance.attended.length === 0) return "off";
  if (isOnLeave(attendance)) return "on-leave";
  if (warnings.some(({ name }) => name === "absent")) return "absent";
  return warnings.some(({ name }) => name !== "unassigned" && name !== "running") ? "warning" : "normal";
}

function proposalsOf({ missingOuts }: Presence): Proposal[] {
  const proposals: Proposal[] = [];
  for (const { punch, minute, offeredUntil } of missingOuts) {
    if (offeredUntil !== null) proposals.push({ punchId: punch.id, start: minute, end: offeredUntil });
  }
  return proposals;
}
