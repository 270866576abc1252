import { addDays } from "./time/date.ts";
import type { Instant } from "./time/minutes.ts";
import { instantAt, minuteOf, workDateOf } from "./time/zone.ts";

/** When hours leave: after the night's pull, or as soon as they are known. */
export type Pace = "night" | "at-once";

const nightStarts = 240;
const nightEnds = 420;

/** When what is planned now leaves: at once, also from 04:00 to 07:00 while a long night is still being settled, else at the next 04:00 of the company's zone. */
export function dueAt(pace: Pace, now: Instant, zone: string): Instant {
  const today = workDateOf(now, zone);
  const minute = minuteOf(now, today, zone);
  if (pace === "at-once" || (minute >= nightStarts && minute < nightEnds)) return now;
  return instantAt(minute < nightStarts ? today : addDays(today, 1), nightStarts, zone);
}
