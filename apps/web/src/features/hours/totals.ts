import type { Minutes } from "@today/core/time/minutes";
import type { Workday } from "../../api.ts";

/** The three numbers that are never mixed, in minutes. */
export interface Totals {
  readonly attended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
}

/** Minutes of one project; without a project they are 待归属, or hidden from the reader when `other`. */
export interface ProjectTotal {
  readonly project: string | null;
  readonly other: boolean;
  readonly minutes: Minutes;
}

/** Sums of several days. */
export function totalOf(days: readonly Totals[]): Totals {
  let attended = 0;
  let overtimeApproved = 0;
  let counted = 0;
  for (const day of days) {
    attended += day.attended;
    overtimeApproved += day.overtimeApproved;
    counted += day.counted;
  }
  return { attended, overtimeApproved, counted };
}

/** The counted minutes by project, most first, then 待归属, then those of projects the reader may not see. They sum to `counted`. */
export function byProject(days: readonly Pick<Workday, "counted" | "unassigned" | "allocations">[]): ProjectTotal[] {
  const found = new Map<string, Minutes>();
  let unassigned = 0;
  let hidden = 0;
  for (const day of days) {
    unassigned += day.unassigned;
    hidden += day.counted - day.unassigned;
    for (const { project, minutes } of day.allocations) {
      hidden -= minutes;
      found.set(project, (found.get(project) ?? 0) + minutes);
    }
  }
  const rows = [...found].map(([project, minutes]): ProjectTotal => ({ project, other: false, minutes }));
  rows.sort((a, b) => b.minutes - a.minutes || (String(a.project) < String(b.project) ? -1 : 1));
  if (unassigned > 0) rows.push({ project: null, other: false, minutes: unassigned });
  if (hidden > 0) rows.push({ project: null, other: true, minutes: hidden });
  return rows;
}
