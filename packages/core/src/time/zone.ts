import { dateOfDayNumber, dayNumber, type WorkDate } from "./date.ts";
import { type Instant, type Minutes, minuteMs, minutesPerDay } from "./minutes.ts";

const dayMs = minutesPerDay * minuteMs;
const keptDays = 4000;

interface Zone {
  readonly format: Intl.DateTimeFormat;
  /** Offset of a UTC day in milliseconds, null when it changes within the day. */
  readonly offsets: Map<number, number | null>;
}

// Intl takes microseconds a call; an offset is a constant of (zone, day), so remembering it changes no answer.
const zones = new Map<string, Zone>();

/** Whether the name is an IANA zone: `Asia/Shanghai`. */
export function isZone(name: string): boolean {
  try {
    openZone(name);
    return true;
  } catch {
    return false;
  }
}

/** An instant's place on a work date's line, seconds cut off: 08:57:21 is 537, and -10 is 23:50 of the day before. Throws RangeError for a zone that does not exist. */
export function minuteOf(instant: Instant, date: WorkDate, zone: string): Minutes {
  return Math.floor((instant + offsetAt(instant, zone)) / minuteMs) - dayNumber(date) * minutesPerDay;
}

/** The calendar day an instant falls on in a zone. */
export function workDateOf(instant: Instant, zone: string): WorkDate {
  return dateOfDayNumber(Math.floor((instant + offsetAt(instant, zone)) / dayMs));
}

/** The instant of a place on a work date's line; of a clock time that summer time doubles or skips, one near it. */
export function instantAt(date: WorkDate, minute: Minutes, zone: string): Instant {
  const local = dayNumber(date) * dayMs + minute * minuteMs;
  return local - offsetAt(local - offsetAt(local, zone), zone);
}

/** Milliseconds that a zone's clocks are ahead of UTC: 28,800,000 for `Asia/Shanghai`. */
export function offsetAt(instant: Instant, name: string): number {
  const zone = zones.get(name) ?? openZone(name);
  const day = Math.floor(instant / dayMs);
  let offset = zone.offsets.get(day);
  if (offset === undefined) {
    const atStart = askIntl(zone.format, day * dayMs);
    offset = askIntl(zone.format, (day + 1) * dayMs) === atStart ? atStart : null;
    if (zone.offsets.size >= keptDays) zone.offsets.clear();
    zone.offsets.set(day, offset);
  }
  return offset ?? askIntl(zone.format, instant);
}

function openZone(name: string): Zone {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  const zone = { format, offsets: new Map<number, number | null>() };
  zones.set(name, zone);
  return zone;
}

function askIntl(format: Intl.DateTimeFormat, instant: Instant): number {
  const at: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) at[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = at;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1000) * 1000;
}
