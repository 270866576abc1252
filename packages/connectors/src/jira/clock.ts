import type { WorkDate } from "@today/core/time/date";
import { type Instant, type Minutes, minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { instantAt, offsetAt } from "@today/core/time/zone";
import { z } from "zod";

const noon = 720;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/** An instant as Jira writes it, `2026-09-14T09:00:00.000+0800`, the offset without its colon. */
export const stamp = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T/)
  .transform((text) => Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")))
  .pipe(z.number());

/** When work of a date started, in the one form that Jira takes: `2026-09-14T09:00:00.000+0800`. Noon without a start; hours of a night stay on their work date. */
export function startedOf(date: WorkDate, start: Minutes | undefined, zone: string): string {
  const minute = Math.min(Math.max(start ?? noon, 0), minutesPerDay - 1);
  const instant = instantAt(date, minute, zone);
  const offset = offsetAt(instant, zone);
  const minutes = Math.abs(Math.round(offset / minuteMs));
  const sign = offset < 0 ? "-" : "+";
  return `${new Date(instant + offset).toISOString().slice(0, 23)}${sign}${pad(Math.floor(minutes / 60))}${pad(minutes % 60)}`;
}

/** The instants between which a date's hours lie, with a day to spare on both sides for zones and for hours moved by hand. */
export function windowOf(date: WorkDate, zone: string): { readonly from: Instant; readonly to: Instant } {
  const start = instantAt(date, 0, zone);
  return { from: start - dayMs, to: start + 2 * dayMs };
}

/** A time for JQL that is never after `since`, `2026-09-14 20:00`. JQL reads it in the zone of the account, so half a day is given up. */
export function jqlTime(since: Instant): string {
  return new Date(since - 12 * hourMs).toISOString().slice(0, 16).replace("T", " ");
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
