import { minuteMs } from "@today/core/time/minutes";
import type { Context } from "../context.ts";
import type { PlannedRun } from "./planned-run.ts";

const halfHourMs = 30 * minuteMs;

/** The pushes that failed, once a half hour at most, and only where events are pushed. One call, or one for each 200 events. */
export function planFailedEvents({ now, company }: Context): PlannedRun | null {
  if (company.eventsBy !== "http") return null;
  return { id: `failed-events-${Math.floor(now / halfHourMs)}`, works: [{}], from: null, to: null };
}
