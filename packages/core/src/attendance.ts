import type { OvertimeKind } from "./allocation.ts";
import type { Policy } from "./policy.ts";
import type { Shift } from "./shift.ts";
import { type DayKind, isWorkingDay } from "./time/date.ts";
import { type Interval, intersect, subtract, union } from "./time/interval.ts";

/** Minutes that somebody was there, and which of them count; each list in order and without overlaps. */
export interface Attendance {
  /** Planned minutes: sections outside the shift's breaks. */
  readonly planned: readonly Interval[];
  readonly attended: readonly Interval[];
  readonly overtimeAttended: readonly Interval[];
  readonly counted: readonly Interval[];
  /** What the break rule removed from presence. */
  readonly breaks: readonly Interval[];
  /** Leave inside the planned minutes. */
  readonly leave: readonly Interval[];
  /** Presence during leave, outside breaks. */
  readonly workedOnLeave: readonly Interval[];
}

/** What attendance is worked out from; the shift is the one that holds on a day of that kind. */
export interface AttendanceFacts {
  readonly dayKind: DayKind;
  readonly shift: Shift | null;
  readonly presence: readonly Interval[];
  readonly leaves: readonly Interval[];
  readonly approvals: readonly Interval[];
  readonly policy: Policy;
}

/** Takes breaks and leave from presence and sorts what is left into regular, overtime and counted. */
export function attendanceOf(facts: AttendanceFacts): Attendance {
  const { shift, policy } = facts;
  const sections = union(shift?.sections ?? []);
  const leaves = union(facts.leaves);
  const planned = shift === null ? [] : subtract(sections, shift.breaks);
  const breaks = breaksWithin(facts.presence, shift, policy.breaks);
  const beforeLeave = subtract(facts.presence, breaks);
  const attended = subtract(beforeLeave, leaves);
  const overtimeAttended = outsideOf(sections, attended, facts.dayKind);
  const approved = approve(overtimeAttended, facts.approvals, policy.overtime);
  return {
    planned,
    attended,
    overtimeAttended,
    counted: union([...subtract(attended, overtimeAttended), ...approved]),
    breaks,
    leave: intersect(leaves, planned),
    workedOnLeave: intersect(beforeLeave, leaves),
  };
}

/** The legal kind of overtime of a work date. */
export function overtimeKindOf(dayKind: DayKind): OvertimeKind {
  if (dayKind === "statutory") return "statutory";
  return isWorkingDay(dayKind) ? "workday" : "rest";
}

function breaksWithin(presence: readonly Interval[], shift: Shift | null, rule: Policy["breaks"]): readonly Interval[] {
  if (rule.rule === "shift") return shift === null ? [] : intersect(presence, shift.breaks);
  const first = rule.after;
  const last = rule.after + rule.minutes;
  const removed: Interval[] = [];
  let numbered = 0;
  for (const { start, end } of presence) {
    const from = Math.max(start, start + first - numbered);
    const to = Math.min(end, start + last - numbered);
    removed.push({ start: from, end: to });
    numbered += end - start;
  }
  return union(removed);
}

function outsideOf(
  sections: readonly Interval[],
  attended: readonly Interval[],
  dayKind: DayKind,
): readonly Interval[] {
  if (isWorkingDay(dayKind) && sections.length === 0) return [];
  return subtract(attended, sections);
}

function approve(
  overtime: readonly Interval[],
  approvals: readonly Interval[],
  rule: Policy["overtime"],
): readonly Interval[] {
  if (rule === "all") return overtime;
  return rule === "none" ? [] : intersect(overtime, approvals);
}
