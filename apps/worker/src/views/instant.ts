import { type Instant, minuteMs } from "@today/core/time/minutes";
import { offsetAt } from "@today/core/time/zone";

/** An instant as it leaves the house: `2026-09-17T08:57:21+08:00`, in the company's zone. */
export function isoOf(instant: Instant, zone: string): string {
  const offset = offsetAt(instant, zone);
  const minutes = Math.abs(offset) / minuteMs;
  const local = new Date(instant + offset).toISOString().slice(0, 19);
  return `${local}${offset < 0 ? "-" : "+"}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
