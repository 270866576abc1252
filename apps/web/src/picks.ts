import { sumAllocations } from "@today/core/allocation";
import { parseClockTime } from "@today/core/time/clock-time";
import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, PickView, Workday } from "./api.ts";
import type { QueuedPick } from "./pick-queue.ts";

/** A pick as far as it decides where minutes go; `from` null is the whole day. */
export interface MadePick {
  readonly id: string;
  readonly projectId: string;
  readonly from: Minutes | null;
}

/** The server's picks in the order in which they were made, then those of this phone that it does not know yet. */
export function madePicks(known: readonly PickView[], own: readonly QueuedPick[]): MadePick[] {
  const ids = new Set(known.map(({ id }) => id));
  const ordered = [...known].sort((a, b) => compare(a.madeAt, b.madeAt) || compare(a.id, b.id));
  const added = own.filter(({ id }) => !ids.has(id));
  return [...ordered, ...added].map(({ id, projectId, from }) => ({
    ...{ id, projectId },
    from: from === null ? null : parseClockTime(from),
  }));
}

/** The picks that hold: one for the whole day discards all made before it. By `from`, the whole day first. */
export function standingPicks(made: readonly MadePick[]): MadePick[] {
  const lastWhole = made.map(({ from }) => from === null).lastIndexOf(true);
  return made.slice(Math.max(0, lastWhole)).sort((a, b) => startOf(a) - startOf(b));
}

/** The pick that holds at a minute; null when none does. */
export function pickAt(standing: readonly MadePick[], minute: Minutes): MadePick | null {
  return standing.filter((pick) => startOf(pick) <= minute).pop() ?? null;
}

/** The day as it will be once the server has these picks: counted minutes go where they say, but for those a split has taken. */
export function withPicks(workday: Workday, standing: readonly MadePick[]): Workday {
  if (standing.length === 0) return workday;
  const line = joined(workday.line.flatMap((part) => (isOpen(part) ? chosen(part, standing) : [part])));
  const unassigned = line.filter(({ kind, project, other }) => kind === "counted" && project === null && !other);
  return {
    ...workday,
    line,
    allocations: sumAllocations(line),
    unassigned: unassigned.reduce((sum, { start, end }) => sum + end - start, 0),
  };
}

function isOpen({ kind, basis }: LinePart): boolean {
  return kind === "counted" && basis !== "split";
}

function chosen(part: LinePart, standing: readonly MadePick[]): LinePart[] {
  const inside = standing.map(startOf).filter((from) => from > part.start && from < part.end);
  const cuts = [part.start, ...new Set(inside), part.end];
  return cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? part.start;
    const pick = pickAt(standing, start);
    if (pick === null || pick.id === part.fact) return { ...part, start, end };
    const place = pick.projectId === part.project ? part.place : "unknown";
    return { ...part, start, end, place, project: pick.projectId, task: null, basis: "pick", fact: pick.id };
  });
}

function joined(line: readonly LinePart[]): LinePart[] {
  const parts: LinePart[] = [];
  for (const part of line) {
    const last = parts[parts.length - 1];
    const isSame =
      last !== undefined &&
      last.end === part.start &&
      last.kind === part.kind &&
      last.project === part.project &&
      last.basis === part.basis &&
      last.fact === part.fact &&
      last.overtime === part.overtime;
    if (isSame) parts[parts.length - 1] = { ...last, end: part.end };
    else parts.push(part);
  }
  return parts;
}

function startOf({ from }: MadePick): Minutes {
  return from ?? Number.MIN_SAFE_INTEGER;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
