import type { Shift } from "@today/core/shift";
import { addDays, dayRange, daysBetween, type WorkDate } from "@today/core/time/date";
import { clip, type Interval, subtract, total } from "@today/core/time/interval";
import { type Instant, type Minutes, minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { instantAtMinute } from "../moment.ts";
import type { Asked } from "./asked.ts";
import type { DayDetail } from "./day-detail.ts";
import { halfOf } from "./half-day.ts";

const MOST_DAYS = 400;

/** One work date of an approved time; `minutes` is null when nothing says how many of them are worked. */
export interface FactDay {
  readonly date: WorkDate;
  readonly from: Instant | null;
  readonly to: Instant | null;
  readonly minutes: Minutes | null;
}

/** A person's shift on a work date: null on a rest day, undefined when it is not known. */
export type ShiftOn = (date: WorkDate) => Shift | null | undefined;

export interface Resolved {
  readonly from: Instant;
  readonly to: Instant;
  readonly days: readonly FactDay[];
}

/** When an asked time begins and ends for one person, and what it takes of each day; the reason why not when it makes no sense. */
export function resolveAsked(asked: Asked, shiftOn: ShiftOn, isOvertime: boolean): Resolved | string {
  const span = daysBetween(asked.from.date, asked.to.date);
  const endsBeforeNoon = span === 0 && asked.from.half === "pm" && asked.to.half === "am";
  if (span < 0 || span > MOST_DAYS || endsBeforeNoon) return "span";
  const resolved = asked.unit === "hour" ? byHours(asked, shiftOn, isOvertime) : byDays(asked, shiftOn, isOvertime);
  return resolved.to > resolved.from ? resolved : "span";
}

function byHours(asked: Asked, shiftOn: ShiftOn, isOvertime: boolean): Resolved {
  const from = instantAtMinute(asked.from.date, asked.from.minute ?? 0);
  const to = instantAtMinute(asked.to.date, asked.to.minute ?? minutesPerDay);
  return { from, to, days: daysOfHours(asked, { from, to }, { shiftOn, isOvertime }) };
}

interface Circumstances {
  readonly shiftOn: ShiftOn;
  readonly isOvertime: boolean;
}

function daysOfHours(asked: Asked, span: { from: Instant; to: Instant }, by: Circumstances): FactDay[] {
  const { detail, each, amount } = asked;
  if (each.length > 0) return each.map((day) => bare(day.date, inMinutes(day.amount)));
  const counted = detail.filter((day) => day.hours !== null && (by.isOvertime || !day.rest));
  if (counted.length > 0)
    return counted.map(({ date, from, to, hours }) => ({ date, from, to, minutes: inMinutes(hours) }));
  if (!by.isOvertime) {
    const worked = workedDays(asked, span, by.shiftOn);
    if (worked !== null) return worked;
  }
  const minutes = inMinutes(amount) ?? Math.floor((span.to - span.from) / minuteMs);
  const lastDate = addDays(asked.from.date, span.to - span.from <= minutesPerDay * minuteMs ? 1 : 0);
  return asked.to.date <= lastDate ? [{ date: asked.from.date, ...span, minutes }] : [];
}

/** What lies within the shifts touched, the night shift of the day before included; null when one of them is not known. */
function workedDays(asked: Asked, span: { from: Instant; to: Instant }, shiftOn: ShiftOn): FactDay[] | null {
  const days: FactDay[] = [];
  for (const date of dayRange(addDays(asked.from.date, -1), asked.to.date)) {
    const shift = shiftOn(date);
    if (shift === undefined && date >= asked.from.date) return null;
    if (shift === undefined || shift === null) continue;
    const midnight = instantAtMinute(date, 0);
    const window = { start: (span.from - midnight) / minuteMs, end: (span.to - midnight) / minuteMs };
    const worked = clip(subtract(shift.sections, shift.breaks), window);
    if (total(worked) > 0) days.push(dayOf(date, worked, total(worked)));
  }
  return days;
}

function byDays(asked: Asked, shiftOn: ShiftOn, isOvertime: boolean): Resolved {
  const { from, to } = asked;
  const days: FactDay[] = [];
  for (const date of dayRange(from.date, to.date)) {
    const part = partOf(asked, date);
    const detail = asked.detail.find((day) => day.date === date);
    const known = shiftOn(date);
    const shift = known === undefined ? (detail?.shift ?? undefined) : known;
    const isRest = shift === null || (shift === undefined && detail?.rest === true);
    if (isRest && !isOvertime) continue;
    const each = asked.each.find((day) => day.date === date)?.amount ?? null;
    days.push(
      shift === null || shift === undefined ? calendarDay(date, part, { detail, each }) : shiftDay(date, part, shift),
    );
  }
  const first = calendarPart(partOf(asked, from.date));
  const last = calendarPart(partOf(asked, to.date));
  return {
    from: days[0]?.from ?? instantAtMinute(from.date, first.start),
    to: days.at(-1)?.to ?? instantAtMinute(to.date, last.end),
    days,
  };
}

type Part = "whole" | "am" | "pm";

/** A span may begin at noon and end at noon: from the afternoon of one day to the morning of another, or within one half. */
function partOf({ from, to }: Asked, date: WorkDate): Part {
  const startsLate = date === from.date && from.half === "pm";
  const endsEarly = date === to.date && to.half === "am";
  if (startsLate) return "pm";
  return endsEarly ? "am" : "whole";
}

function calendarPart(part: Part): Interval {
  const noon = minutesPerDay / 2;
  return { start: part === "pm" ? noon : 0, end: part === "am" ? noon : minutesPerDay };
}

function calendarDay(
  date: WorkDate,
  part: Part,
  said: { detail: DayDetail | undefined; each: number | null },
): FactDay {
  const { dayMinutes = null, days = null } = said.detail ?? {};
  const share = said.each ?? days ?? (part === "whole" ? 1 : 0.5);
  return dayOf(date, [calendarPart(part)], dayMinutes === null ? null : Math.round(dayMinutes * share));
}

function shiftDay(date: WorkDate, part: Part, shift: Shift): FactDay {
  const worked = part === "whole" ? subtract(shift.sections, shift.breaks) : halfOf(shift, part);
  return worked.length === 0 ? bare(date, 0) : dayOf(date, worked, total(worked));
}

function dayOf(date: WorkDate, worked: readonly Interval[], minutes: Minutes | null): FactDay {
  const [start, end] = [worked[0]?.start ?? 0, worked.at(-1)?.end ?? 0];
  return { date, from: instantAtMinute(date, start), to: instantAtMinute(date, end), minutes };
}

function bare(date: WorkDate, minutes: Minutes | null): FactDay {
  return { date, from: null, to: null, minutes };
}

function inMinutes(hours: number | null): Minutes | null {
  return hours === null ? null : Math.round(hours * 60);
}
