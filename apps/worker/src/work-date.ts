import type { Shift } from "@today/core/shift";
import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { minuteOf, workDateOf } from "@today/core/time/zone";

/** A date with the shift that holds on it; null on a day off. */
export interface PlannedDay {
  readonly date: WorkDate;
  readonly shift: Shift | null;
}

/** How many minutes before its shift a work date may begin. */
export const openBefore = 240;
const openAfter = 720;

/**
 * The work date that is "today" for a person: the one whose shift runs now, else the one whose window holds now (4 hours before
 * its start to 12 hours after its end, cut off by the next window), else the calendar day. At 05:00 a night shift's is yesterday.
 */
export function workDateNow(now: Instant, planned: readonly PlannedDay[], zone: string): WorkDate {
  const shifts = planned
    .flatMap(({ date, shift }) => spanOf(date, shift, minuteOf(now, date, zone)))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const running = shifts.find(({ start, end, now: minute }) => start <= minute && minute < end);
  const open = shifts.findLast(
    ({ start, end, now: minute }) => start - openBefore <= minute && minute < end + openAfter,
  );
  return (running ?? open)?.date ?? workDateOf(now, zone);
}

interface Span {
  readonly date: WorkDate;
  readonly start: number;
  readonly end: number;
  readonly now: number;
}

function spanOf(date: WorkDate, shift: Shift | null, now: number): Span[] {
  const sections = shift?.sections ?? [];
  if (sections.length === 0) return [];
  const start = Math.min(...sections.map((one) => one.start));
  const end = Math.max(...sections.map((one) => one.end));
  return [{ date, start, end, now }];
}
