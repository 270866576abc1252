import { minuteMs } from "@today/core/time/minutes";
import type { Context } from "../context.ts";
import type { PlannedRun } from "./planned-run.ts";

const halfHourMs = 30 * minuteMs;

/** Everybody and all departments, once a half hour at most. */
export function planDirectory({ now }: Context): PlannedRun {
  return { id: `directory-${Math.floor(now / halfHourMs)}`, works: [{}], from: null, to: null };
}
