import { compareText } from "./order.ts";
import { accept, type Result, refuse } from "./problem.ts";
import { addDays, type DayKind, isWorkingDay, type WorkDate } from "./time/date.ts";
import type { Interval } from "./time/interval.ts";
import { type Instant, type Minutes, minutesPerDay } from "./time/minutes.ts";
import { minuteOf, workDateOf } from "./time/zone.ts";

/** What was due on a work date: sections to be worked and the breaks inside them, on that date's time line. */
export interface Shift {
  readonly sections: readonly Interval[];
  readonly breaks: readonly Interval[];
}

/** A person's shift on a work date; null when none was planned. */
export interface Schedule {
  readonly date: WorkDate;
  readonly shift: Shift | null;
}

/** A clock event before its work date is known; `workDate` is DingTalk's when it gave one. */
export interface DatelessPunch {
  readonly at: Instant;
  readonly type: "on" | "off";
  readonly workDate: WorkDate | null;
}

/** A day without shift is over at 12:00 of the next calendar day. */
const noonAfter: Minutes = minutesPerDay + 720;
const afterShift: Minutes = 720;
const beforeShift: Minutes = 360;

/** Sections and breaks in time order; refuses `interval-ends-before-start` and `shift-sections-overlap`. */
export function makeShift(sections: readonly Interval[], breaks: readonly Interval[]): Result<Shift> {
  if ([...sections, ...breaks].some(({ start, end }) => end < start)) return refuse("interval-ends-before-start");
  const ordered = sections.toSorted(byStart);
  const overlap = ordered.some(({ start }, index) => start < (ordered[index - 1]?.end ?? Number.NEGATIVE_INFINITY));
  if (overlap) return refuse("shift-sections-overlap");
  return accept({ sections: ordered, breaks: breaks.toSorted(byStart) });
}

/** The shift that holds on a day of that kind: on rest days and holidays none does. */
export function plannedShift(shift: Shift | null, dayKind: DayKind): Shift | null {
  return isWorkingDay(dayKind) ? shift : null;
}

/** The minute at which a day is over: 12 hours after the last planned section end, without one 12:00 of the next day. */
export function dayEnd(sections: readonly Interval[]): Minutes {
  if (sections.length === 0) return noonAfter;
  return Math.max(...sections.map(({ end }) => end)) + afterShift;
}

/**
 * DingTalk's work date when it gives one, else that of the nearest shift whose window (6 hours before its start to 12 hours
 * after its end) holds the punch, else the calendar day. Between two shifts equally near, a clock-in opens the later.
 */
export function workDateOfPunch(punch: DatelessPunch, schedules: readonly Schedule[], zone: string): WorkDate {
  if (punch.workDate !== null) return punch.workDate;
  const later = punch.type === "on" ? 1 : -1;
  let best: { readonly date: WorkDate; readonly distance: Minutes } | null = null;
  for (const { date, shift } of schedules) {
    const distance = distanceTo(minuteOf(punch.at, date, zone), shift);
    if (distance === null) continue;
    const nearer = best === null || distance < best.distance;
    const tied = best !== null && distance === best.distance && compareText(date, best.date) === later;
    if (nearer || tied) best = { date, distance };
  }
  return best?.date ?? workDateOf(punch.at, zone);
}

/** The work dates whose shift's window may hold an instant: the calendar day and its neighbours. */
export function candidateDates(at: Instant, zone: string): readonly WorkDate[] {
  const today = workDateOf(at, zone);
  return [addDays(today, -1), today, addDays(today, 1)];
}

function distanceTo(minute: Minutes, shift: Shift | null): Minutes | null {
  if (shift === null) return null;
  // Without sections these are infinite, and no minute lies in the window.
  const start = Math.min(...shift.sections.map((one) => one.start));
  const end = Math.max(...shift.sections.map((one) => one.end));
  if (minute < start - beforeShift || minute >= end + afterShift) return null;
  return Math.max(start - minute, minute - end, 0);
}

function byStart(a: Interval, b: Interval): number {
  return a.start - b.start;
}
