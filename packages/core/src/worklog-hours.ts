import type { Booked } from "./adjustment.ts";
import type { Allocation } from "./allocation.ts";
import type { ApprovalState } from "./approval.ts";
import { compareText } from "./order.ts";
import type { Minutes } from "./time/minutes.ts";

/** An allocation and how it stands with its project's manager. */
export interface StandingAllocation extends Allocation {
  readonly state: ApprovalState;
}

/** One person's minutes of a day on a project and task: those that may leave and those that wait for a yes. */
export interface ProjectHours {
  readonly project: string;
  readonly task: string | null;
  readonly ready: Minutes;
  readonly waiting: Minutes;
  /** What they are made of, for the note. */
  readonly parts: readonly HoursPart[];
}

export type HoursPart = Pick<Allocation, "place" | "overtime" | "minutes">;

interface Row extends Booked {
  readonly state: ApprovalState | null;
}

interface Sum {
  readonly project: string;
  readonly task: string | null;
  ready: Minutes;
  waiting: Minutes;
  readonly parts: HoursPart[];
}

/**
 * The hours of a day by project and task, in their order; a running day has none yet. What was booked about a closed day counts as
 * approved: more goes at once, less is taken from the very minutes it is about. Rejected hours never leave; the others wait for
 * a yes where `approvedOnly` wants it.
 */
export function hoursOf(
  booked: readonly StandingAllocation[],
  adjusted: readonly Booked[],
  approvedOnly: boolean,
): ProjectHours[] {
  const sums = new Map<string, Sum>();
  for (const { row, added } of netted(booked, adjusted)) {
    if (row.project === null || row.state === "running") continue;
    const sum = sumOf(sums, row.project, row.task);
    const waits = row.state === "rejected" || (approvedOnly && row.state === "waiting");
    const waiting = waits ? row.minutes + Math.min(0, added) : 0;
    sum.waiting += waiting;
    sum.ready += row.minutes + added - waiting;
    if (row.place !== null) sum.parts.push({ place: row.place, overtime: row.overtime, minutes: row.minutes + added });
  }
  return [...sums.values()].map(closed).filter(hasMinutes).sort(inOrder);
}

/** Each row as it was booked with what was added to it since; what was added where nothing was booked is a row of its own. */
function netted(booked: readonly StandingAllocation[], adjusted: readonly Booked[]) {
  const rows = new Map<string, { row: Row; added: Minutes }>();
  for (const row of booked) rows.set(keyOf(row), { row, added: 0 });
  for (const row of adjusted) {
    const known = rows.get(keyOf(row));
    if (known === undefined) rows.set(keyOf(row), { row: { ...row, minutes: 0, state: null }, added: row.minutes });
    else known.added += row.minutes;
  }
  return rows.values();
}

function keyOf({ project, task, basis, place, overtime }: Booked): string {
  return JSON.stringify([project, task, basis, place, overtime]);
}

function sumOf(sums: Map<string, Sum>, project: string, task: string | null): Sum {
  const key = JSON.stringify([project, task]);
  const sum = sums.get(key) ?? { project, task, ready: 0, waiting: 0, parts: [] };
  sums.set(key, sum);
  return sum;
}

/** What was taken from more than was ready is taken from what waits. */
function closed({ parts, ready, waiting, ...of }: Sum): ProjectHours {
  return {
    ...of,
    ready: Math.max(0, ready + Math.min(0, waiting)),
    waiting: Math.max(0, waiting + Math.min(0, ready)),
    parts: parts.filter(({ minutes }) => minutes > 0),
  };
}

function hasMinutes({ ready, waiting }: ProjectHours): boolean {
  return ready > 0 || waiting > 0;
}

function inOrder(a: ProjectHours, b: ProjectHours): number {
  return compareText(a.project, b.project) || compareText(a.task, b.task);
}
