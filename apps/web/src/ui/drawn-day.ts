import { type Interval, subtract } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, Shift, Workday } from "../api.ts";
import { type DrawnPart, drawnParts, remaining, ticksOf } from "./day-parts.ts";
import { sharedAxis } from "./shared-axis.ts";

/** A day ready to be drawn; the needle only while it runs. */
export interface DrawnDay {
  readonly parts: readonly DrawnPart[];
  readonly now: Minutes | null;
}

/** Draws a day as seen at a minute of its own line: what is to come dashed, what is offered striped. */
export function drawDay(workday: Workday, now: Minutes): DrawnDay {
  const runs = isRunning(workday);
  const ahead = remaining(workday.shift, now, workday.line).map((one) => ({
    ...one,
    project: runs ? goesOn(workday) : null,
  }));
  const offered = subtract(workday.proposals, workday.shift?.breaks ?? []).map((one) => ({ ...one, project: null }));
  const isAhead = !workday.over && (runs || now < startOf(workday));
  const day = { line: joinOvertime(workday.line), shift: workday.shift };
  return { parts: drawnParts(day, { ahead: isAhead ? ahead : [], offered }), now: runs ? now : null };
}

/** Whether somebody is at work on it now. */
export function isRunning({ warnings, over }: Pick<Workday, "warnings" | "over">): boolean {
  return !over && warnings.includes("running");
}

/** Minutes that would count if the missing clock-outs were confirmed. */
export function offeredMinutes({ proposals, shift }: Pick<Workday, "proposals" | "shift">): Minutes {
  return subtract(proposals, shift?.breaks ?? []).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** One axis for all days of a page. Who is there a few minutes early does not stretch it. */
export function axisOfDays(days: readonly Workday[]): Interval {
  return sharedAxis(days.flatMap(stretchesOf));
}

/** An axis for each day that begins with the day and is as long as the longest of all, so that lengths can be compared. */
export function ownAxis(workday: Workday, longest: Minutes): Interval {
  const starts = stretchesOf(workday).map(({ start }) => start);
  const start = starts.length === 0 ? 540 : Math.min(...starts);
  return { start, end: start + longest };
}

/** From the first to the last minute of the longest day. */
export function longestOf(days: readonly Workday[]): Minutes {
  const spans = days.map(stretchesOf).filter(({ length }) => length > 0);
  return Math.max(
    60,
    ...spans.map((one) => Math.max(...one.map(({ end }) => end)) - Math.min(...one.map(({ start }) => start))),
  );
}

const fewMinutes = 15;

function stretchesOf({ line, proposals, planned, shift }: Workday): Interval[] {
  const parts = line.filter(({ kind, start, end }) => kind !== "uncounted" || end - start >= fewMinutes);
  return [...parts, ...proposals, ...(planned > 0 ? (shift?.sections ?? []) : [])];
}

/** Ticks at both ends of a line and at the edges of the shift that stand clear of them. */
export function edgeTicks(axis: Interval, shift: Shift | null): Minutes[] {
  const clear = (axis.end - axis.start) / 9;
  const inside = ticksOf(axis, shift).filter((one) => one - axis.start > clear && axis.end - one > clear);
  return [axis.start, ...inside, axis.end];
}

/** Whether a day has anything to show: a day off without punches has not. */
export function hasContent({ line, planned, leave, warnings }: Workday): boolean {
  return line.length > 0 || planned > 0 || leave > 0 || warnings.length > 0;
}

/** A project's minutes go on into its approved overtime: one stretch on the line. */
function joinOvertime(line: readonly LinePart[]): LinePart[] {
  const joined: LinePart[] = [];
  for (const part of line) {
    const last = joined[joined.length - 1];
    if (last?.kind === "counted" && part.kind === "counted" && last.end === part.start && isSameReason(last, part)) {
      joined[joined.length - 1] = { ...last, end: part.end };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

/** Whether two parts are on the same project because of the same fact. */
export function isSameReason(a: LinePart, b: LinePart): boolean {
  return (
    a.project === b.project && a.task === b.task && a.basis === b.basis && a.fact === b.fact && a.other === b.other
  );
}

function goesOn({ line }: Workday): string | null {
  return line.filter(({ kind }) => kind === "counted").pop()?.project ?? null;
}

function startOf({ shift }: Workday): Minutes {
  return shift?.sections[0]?.end ?? Number.POSITIVE_INFINITY;
}
