import type { Shift } from "@today/core/shift";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import { type Fields, numberOf, truthOf, workDateOf } from "../field.ts";
import { elementsOf, fieldsOf } from "../json.ts";
import { instantAtMinute, plausibleInstant } from "../moment.ts";

/** What DingTalk worked out for one day of an asked time (`detailList` of a form's extValue). */
export interface DayDetail {
  readonly date: WorkDate;
  readonly rest: boolean;
  /** What a whole day of this person is worth, 480. */
  readonly dayMinutes: Minutes | null;
  readonly from: Instant | null;
  readonly to: Instant | null;
  /** Right for days and half days only: 0.5. */
  readonly days: number | null;
  /** Right for hours only: of half a day DingTalk says 12. */
  readonly hours: number | null;
  readonly shift: Shift | null;
}

/** The days of an extension that can be read; others are left out, since the form itself says the span. */
export function dayDetails(extension: Fields): DayDetail[] {
  return elementsOf(extension.detailList).flatMap((raw) => detailOf(fieldsOf(raw)) ?? []);
}

function detailOf(row: Fields): DayDetail | null {
  const at = plausibleInstant(row.workDate);
  const date = at === null ? null : workDateOf(at);
  if (date === null) return null;
  const approved = fieldsOf(row.approveInfo);
  return {
    date,
    rest: truthOf(row.isRest) ?? false,
    dayMinutes: positive(numberOf(row.workTimeMinutes), 1440),
    from: plausibleInstant(approved.fromTime),
    to: plausibleInstant(approved.toTime),
    days: positive(numberOf(approved.durationInDay), 1),
    hours: positive(numberOf(approved.durationInHour), 48),
    shift: shiftOf(date, fieldsOf(row.classInfo)),
  };
}

function shiftOf(date: WorkDate, row: Fields): Shift | null {
  if (truthOf(row.hasClass) === false) return null;
  const sections = elementsOf(row.sections).flatMap((raw) => {
    const section = fieldsOf(raw);
    const [start, end] = [plausibleInstant(section.startTime), plausibleInstant(section.endTime)];
    if (start === null || end === null || end <= start || end - start > 172_800_000) return [];
    const midnight = instantAtMinute(date, 0);
    return [{ start: Math.floor((start - midnight) / 60_000), end: Math.floor((end - midnight) / 60_000) }];
  });
  return sections.length > 0 ? { sections, breaks: [] } : null;
}

function positive(value: number | null, most: number): number | null {
  return value !== null && value >= 0 && value <= most ? value : null;
}
