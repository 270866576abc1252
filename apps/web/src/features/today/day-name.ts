import { addDays, type WorkDate } from "@today/core/time/date";
import type { Message } from "../../message.ts";

/** `昨天` for the day before; null for any other. */
export function dayName(m: Message, date: WorkDate, today: WorkDate): string | null {
  return date === addDays(today, -1) ? m["today.yesterday"] : null;
}
