import type { WorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";

const OFFSET = 8 * 3_600_000;

/** The last instant of which a date can be told, in any zone: a day before the year 10000. */
export const LAST_INSTANT = 253_402_214_400_000;

/** The Beijing calendar day of an instant; DingTalk's `workDate` 1789315200000 is `"2026-09-14"` though UTC still says the 13th. */
export function beijingDate(at: Instant): WorkDate {
  return new Date(at + OFFSET).toISOString().slice(0, 10);
}

/** DingTalk's wall clock text, seconds cut off below: `"2026-09-14 08:57:21"`. */
export function beijingText(at: Instant): string {
  return new Date(at + OFFSET).toISOString().slice(0, 19).replace("T", " ");
}

/** The instant of a Beijing wall clock text, `"2026-09-14 08:57:21"`, `"2026-09-14 08:57"` or `"2026-09-14"`; null if it is none. */
export function beijingInstant(text: string): Instant | null {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?/.exec(text.trim());
  if (parts === null) return null;
  const at = Date.parse(`${parts[1]}T${parts[2] ?? "00:00"}${parts[3] ?? ":00"}+08:00`);
  return Number.isNaN(at) || at > LAST_INSTANT ? null : at;
}
