import type { Minutes } from "./time/minutes.ts";

/** What is compared between our day and DingTalk's own report of it. */
export type ComparedFigure = "presence" | "work" | "late" | "early" | "absent" | "leave";

/** Our day, as it was settled. */
export interface OwnDay {
  /** Whether a shift was due: on other days breaks count here and not there. */
  readonly isPlanned: boolean;
  readonly attended: Minutes;
  readonly late: Minutes;
  readonly early: Minutes;
  readonly leave: Minutes;
  readonly absent: boolean;
  /** Whether it has a trip, whose minutes DingTalk does not count as work. */
  readonly hasTrip: boolean;
  /** Whether a clock-in or clock-out is missing: DingTalk then counts nothing. */
  readonly hasGap: boolean;
}

/** DingTalk's day; null where its report says nothing. */
export interface ReportedDay {
  /** 1 or 0.5 or 0 days. */
  readonly present: number | null;
  readonly work: Minutes | null;
  readonly late: Minutes | null;
  readonly early: Minutes | null;
  readonly absent: number | null;
  readonly leave: Minutes | null;
}

/** One figure on which both sides do not agree; minutes, for `presence` and `absent` 1 or 0. */
export interface DayDifference {
  readonly figure: ComparedFigure;
  readonly ours: number;
  readonly theirs: number;
}

/** Seconds are cut off at other places: a clock-in and a clock-out may each make a minute's difference. */
const minutesApart = 2;
/** DingTalk tells leave by halves of hours or days. */
const leaveApart = 30;

/**
 * Where our day and DingTalk's differ, in the order of what matters. Lengths are compared only where both sides mean the same: whole
 * days of a shift without leave and trips, of which DingTalk has all punches.
 */
export function compareDays(ours: OwnDay, theirs: ReportedDay): DayDifference[] {
  const isPlain = ours.isPlanned && !ours.hasTrip && ours.leave === 0;
  const isThere = ours.attended > 0 || ours.hasTrip || ours.hasGap;
  return [
    ...unlike("presence", isThere ? 1 : 0, flag(theirs.present), 0),
    ...unlike("absent", ours.absent ? 1 : 0, flag(theirs.absent), 0),
    ...(isPlain && theirs.work !== 0 ? unlike("work", ours.attended, theirs.work, minutesApart) : []),
    ...unlike("late", ours.late, theirs.late, minutesApart),
    ...unlike("early", ours.early, theirs.early, minutesApart),
    ...unlike("leave", ours.leave, theirs.leave, leaveApart),
  ];
}

function flag(days: number | null): number | null {
  return days === null ? null : days > 0 ? 1 : 0;
}

function unlike(figure: ComparedFigure, ours: number, theirs: number | null, apart: number): DayDifference[] {
  return theirs === null || Math.abs(ours - theirs) <= apart ? [] : [{ figure, ours, theirs }];
}
