import type { Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { PunchView, Suggestion, Today, Workday } from "../../api.ts";
import { growDay } from "../../live-day.ts";
import type { QueueEntry } from "../../pick-queue.ts";
import { type MadePick, madePicks, pickAt, standingPicks, withPicks } from "../../picks.ts";
import { axisOf, type DrawnPart, drawnParts, type Expected, remaining, ticksOf } from "../../ui/day-parts.ts";

/** What 今天 is about: a question, a chosen running day, one that has ended, or nothing to ask. */
export type Mode = "ask" | "chosen" | "finished" | "rest" | "leave" | "no-project";

/** Today as it is drawn at one minute, picks on their way included. */
export interface DayView {
  readonly mode: Mode;
  /** There is a question to answer, also on a day that has ended. */
  readonly asks: boolean;
  readonly now: Minutes;
  readonly isRunning: boolean;
  readonly workday: Workday;
  readonly picks: readonly MadePick[];
  /** The project that is chosen for now, else the suggested one. */
  readonly project: string | null;
  readonly firstOn: PunchView | null;
  readonly parts: readonly DrawnPart[];
  readonly axis: Interval;
  readonly ticks: readonly Minutes[];
}

/** Draws today at a minute of its line. `suggested` is what the person was shown, which a later answer does not change. */
export function viewOf(
  today: Today,
  entries: readonly QueueEntry[],
  { now, suggested }: { readonly now: Minutes; readonly suggested: Suggestion | null },
): DayView {
  const own = entries.filter(({ item: pick, state }) => pick.date === today.date && state !== "refused");
  const picks = standingPicks(
    madePicks(
      today.picks,
      own.map(({ item: pick }) => pick),
    ),
  );
  const workday = withPicks(growDay(today.workday, now), picks);
  const isRunning = workday.warnings.includes("running");
  const hasChoice = picks.length > 0 || (today.split?.parts.length ?? 0) > 0;
  const mode = modeOf(today, { workday, isRunning, hasChoice, now });
  const project = pickAt(picks, now)?.projectId ?? suggested?.project ?? null;
  const isOpen = mode === "ask" || mode === "chosen" || mode === "no-project";
  const ahead = isOpen ? aheadOf(today, workday, { now, picks, project }) : [];
  const parts = drawnParts({ line: workday.line, shift: today.shift }, { ahead });
  const axis = axisOf(parts, today.shift);
  const asks = mode === "ask" || (mode === "finished" && !hasChoice && workday.unassigned > 0);
  const firstOn = today.punches.find(({ valid, type }) => valid && type === "on") ?? null;
  return {
    mode,
    asks,
    now,
    isRunning,
    workday,
    picks,
    project,
    firstOn,
    parts,
    axis,
    ticks: ticksOf(axis, today.shift),
  };
}

interface Known {
  readonly workday: Workday;
  readonly isRunning: boolean;
  readonly hasChoice: boolean;
  readonly now: Minutes;
}

function modeOf(today: Today, { workday, isRunning, hasChoice, now }: Known): Mode {
  const hasPunch = today.punches.some(({ valid }) => valid);
  const { planned, leave, counted, attended } = workday;
  if (!hasPunch && planned > 0 && leave >= planned) return "leave";
  const lastEnd = Math.max(...(today.shift?.sections ?? []).map(({ end }) => end), Number.MIN_SAFE_INTEGER);
  if (!isRunning && (counted > 0 || attended > 0) && (workday.over || now >= lastEnd)) return "finished";
  if (hasChoice) return "chosen";
  if (!hasPunch && planned === 0) return "rest";
  return today.suggestions.length === 0 ? "no-project" : "ask";
}

/** What of the shift is still to come, cut where a pick begins. Without a pick it goes on as the line does. */
function aheadOf(
  { shift, split }: Today,
  { line, over }: Workday,
  { now, picks, project }: { now: Minutes; picks: readonly MadePick[]; project: string | null },
): Expected[] {
  if (over) return [];
  const last = line.filter(({ kind }) => kind === "counted").pop();
  const goesOn = split === null && picks.length === 0 ? (last?.project ?? project) : project;
  const cuts = picks.flatMap(({ from }) => (from !== null && from > now ? [from] : []));
  return remaining(shift, now, line).flatMap(({ start, end }) => {
    const edges = [start, ...cuts.filter((cut) => cut > start && cut < end), end];
    return edges.slice(1).map((to, index): Expected => {
      const from = edges[index] ?? start;
      return { start: from, end: to, project: pickAt(picks, from)?.projectId ?? goesOn };
    });
  });
}

/** The suggestion that is preselected: the first, unless nothing speaks for it. */
export function preselected(suggestions: readonly Suggestion[]): Suggestion | null {
  const [first] = suggestions;
  return first === undefined || first.reason === "member" ? null : first;
}
