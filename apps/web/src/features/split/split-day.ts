import { union } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { DayDetail, Workday } from "../../api.ts";
import { minuteOf } from "../../format.ts";
import type { QueuedPick } from "../../pick-queue.ts";
import { type MadePick, madePicks, standingPicks, withPicks } from "../../picks.ts";
import { remaining } from "../../ui/day-parts.ts";
import { type CountedLine, clockAt, lineLength, magnetsOf, minuteAt } from "./counted-line.ts";
import { fit, fromOn, joinEqual, lengthOf, type Owner, type Part } from "./split.ts";

/** A day as the editor divides it. */
export interface SplitDay {
  /** What is counted; on a running day also what is planned from now on. */
  readonly line: CountedLine;
  /** Clocked in and not out: the line goes on, and picks are made instead of a split. */
  readonly isRunning: boolean;
  /** How it is divided now. The parts add up to the line. */
  readonly parts: readonly Part[];
  /** Minutes that arrived after the split was made. */
  readonly late: Minutes;
  /** The minute of the line from which nobody claims anything up to its end; the line's length when somebody does. */
  readonly openFrom: Minutes;
  /** Clock times that hold a border. */
  readonly magnets: readonly Minutes[];
}

type Facts = Pick<DayDetail, "now" | "workday" | "picks" | "split" | "punches">;

/**
 * The day's line and its parts as they are: its split where it has one, else what pick, site and default said. `waiting` are
 * picks of this phone that the server does not know yet.
 */
export function splitDayOf({ now, split, punches, ...told }: Facts, waiting: readonly QueuedPick[] = []): SplitDay {
  const own = waiting.filter(({ date }) => date === told.workday.date);
  const picks = standingPicks(madePicks(told.picks, own));
  const workday = own.length === 0 ? told.workday : withPicks(told.workday, picks);
  const isRunning = isRunningDay(workday);
  const counted = workday.line.filter(({ kind }) => kind === "counted");
  const after = Math.max(minuteOf(now, workday.date), ...counted.map(({ end }) => end));
  const line = union([...counted, ...(isRunning ? remaining(workday.shift, after, workday.line) : [])]);
  const settled = settledParts(workday);
  const length = lineLength(line);
  const wished = (split?.parts ?? []).map(({ projectId, taskId, minutes }) => wishedPart(projectId, taskId, minutes));
  return {
    line,
    isRunning,
    parts: isRunning ? runningParts(line, settled, { wished, picks }) : fit(settled, length),
    late: isRunning || split === null ? 0 : Math.max(0, length - lengthOf(wished)),
    openFrom: openFrom(settled),
    magnets: magnetsOf(
      line,
      punches.filter(({ valid }) => valid).map(({ minute }) => minute),
    ),
  };
}

/** Whether a day's end is still open: then a split in minutes would move with every punch. */
function isRunningDay({ over, warnings }: Pick<Workday, "over" | "warnings">): boolean {
  return !over && warnings.includes("running");
}

/** The settled parts of a day in order, breaks left out; neighbours for the same joined. */
function settledParts({ line }: Pick<Workday, "line">): Part[] {
  const counted = line.filter(({ kind }) => kind === "counted");
  return joinEqual(counted.map(({ project, task, start, end }) => ({ project, task, minutes: end - start })));
}

function wishedPart(project: string, task: string | null, minutes: Minutes): Part {
  return { project, task, minutes };
}

/** The whole line of a running day: what is settled, then the rest of a split that reaches beyond it, then later picks. */
function runningParts(line: CountedLine, settled: readonly Part[], { wished, picks }: Wishes): Part[] {
  const done = lengthOf(settled);
  let parts = fit(settled, lineLength(line));
  let at = 0;
  for (const part of wished) {
    const start = Math.max(at, done);
    at += part.minutes;
    if (at > start) parts = fromOn(parts, start, ownerOf(part));
  }
  const after = clockAt(line, Math.max(done, at));
  for (const { from, projectId } of picks) {
    const clock = from ?? Number.NEGATIVE_INFINITY;
    if (clock > after || done + at === 0)
      parts = fromOn(parts, minuteAt(line, clock), { project: projectId, task: null });
  }
  return joinEqual(parts);
}

interface Wishes {
  readonly wished: readonly Part[];
  readonly picks: readonly MadePick[];
}

function ownerOf({ project, task }: Part): Owner {
  return { project, task };
}

function openFrom(settled: readonly Part[]): Minutes {
  const last = settled[settled.length - 1];
  const length = lengthOf(settled);
  return last === undefined || last.project !== null ? length : length - last.minutes;
}
