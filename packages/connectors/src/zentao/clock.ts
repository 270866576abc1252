import { formatClockTime } from "@today/core/time/clock-time";
import { isWorkDate } from "@today/core/time/date";
import type { Instant } from "@today/core/time/minutes";
import { instantAt, minuteOf, workDateOf } from "@today/core/time/zone";

/** An instant in either of ZenTao's formats, `2026-01-05T01:00:00Z` or the server's `2026-01-05 09:00:00`; null for neither. */
export function instantOf(text: string | null, zone: string): Instant | null {
  if (text === null) return null;
  const [, date = "", hour, minute] = /^(\d{4}-\d{2}-\d{2}) (\d{2}):(\d{2}):\d{2}$/.exec(text) ?? [];
  if (date !== "") return isWorkDate(date) ? instantAt(date, Number(hour) * 60 + Number(minute), zone) : null;
  const at = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

/** An instant as ZenTao takes it, `2026-01-05 09:00:00` on the server's clock. */
export function localTime(instant: Instant, zone: string): string {
  const date = workDateOf(instant, zone);
  return `${date} ${formatClockTime(minuteOf(instant, date, zone))}:00`;
}
