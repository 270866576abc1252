/** A calendar day of Beijing, counted from 1970-01-01. */
export type Day = number;

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const OFFSET = 8 * HOUR;

/** The calendar day in Beijing at an instant. */
export function dayAt(ms: number): Day {
  return Math.floor((ms + OFFSET) / DAY);
}

/** The instant of Beijing midnight, which DingTalk gives as `workDate`. */
export function midnight(day: Day): number {
  return day * DAY - OFFSET;
}

/** 0 is Sunday, as in DingTalk's `work_day_list`. */
export function weekday(day: Day): number {
  return (day + 4) % 7;
}

/** `2026-09-17`. */
export function dayText(day: Day): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** `2026-09-17 09:02:00`, Beijing wall clock as DingTalk writes it. */
export function wallText(ms: number): string {
  return new Date(ms + OFFSET).toISOString().slice(0, 19).replace("T", " ");
}

/** `2026-09-17T09:02:00+08:00`. */
export function isoText(ms: number): string {
  return `${new Date(ms + OFFSET).toISOString().slice(0, 19)}+08:00`;
}

/** `2026-09`, the month of a quota. */
export function monthText(ms: number): string {
  return wallText(ms).slice(0, 7);
}

/** The day of `2026-09-17`; null for anything else. */
export function parseDay(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const ms = Date.parse(`${text}T00:00:00Z`);
  return Number.isNaN(ms) || dayText(ms / DAY) !== text ? null : ms / DAY;
}

/** The instant of `2026-09-17 09:02:00` in Beijing; null for anything else. */
export function parseWall(text: unknown): number | null {
  const [, date = "", time] = typeof text === "string" ? (/^(\S{10}) (\d\d:\d\d:\d\d)$/.exec(text) ?? []) : [];
  const day = parseDay(date);
  if (day === null || time === undefined) return null;
  const ms = Date.parse(`1970-01-01T${time}Z`);
  return Number.isNaN(ms) ? null : midnight(day) + ms;
}
