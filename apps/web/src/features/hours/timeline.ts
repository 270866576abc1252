import { covers, type Interval } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { DayDetail, LinePart, PunchView, Workday } from "../../api.ts";
import { isSameReason } from "../../ui/drawn-day.ts";

/** One entry of a day's list, at its minute of the work date's line. */
export type Entry = PunchEntry | PartEntry | BreakEntry | UncountedEntry | LeaveEntry | OfferEntry;

export interface PunchEntry {
  readonly kind: "punch";
  readonly at: Minutes;
  readonly punch: PunchView;
  readonly details: Workday["details"];
}

/** A stretch on one project for one reason; `overtime` is the part of it that is approved overtime. */
export interface PartEntry extends Interval {
  readonly kind: "part";
  readonly at: Minutes;
  readonly part: LinePart;
  readonly minutes: Minutes;
  readonly overtime: Minutes;
  readonly running: boolean;
}

interface BreakEntry extends Interval {
  readonly kind: "break";
  readonly at: Minutes;
}

/** Attended but not counted, and why: approved overtime ended at `edge`, the shift begins or ended there, it lies between its sections, or nothing was approved. */
export interface UncountedEntry extends Interval {
  readonly kind: "uncounted";
  readonly at: Minutes;
  readonly why: "approved-until" | "before-shift" | "after-shift" | "between-sections" | "not-approved";
  readonly edge: Minutes;
}

interface LeaveEntry extends Interval {
  readonly kind: "leave";
  readonly at: Minutes;
}

/** What would be counted if a missing clock-out were confirmed; nothing of it is counted. */
interface OfferEntry extends Interval {
  readonly kind: "offer";
  readonly at: Minutes;
}

type Day = Pick<DayDetail, "workday" | "punches">;

/** Punches, parts, breaks, leave and what was not counted, in one list ordered by time. Invalid punches are left to the records as received. */
export function timelineOf({ workday, punches }: Day): Entry[] {
  const valid = punches.filter((punch) => punch.valid);
  const breaks = workday.line.filter((part) => part.kind === "break");
  const entries: Entry[] = [
    ...valid.map((punch) => punchEntry(punch, workday)),
    ...partsOf(workday),
    ...workday.line.filter((part) => part.kind !== "counted").map((part) => lineEntry(part, workday)),
    ...workday.proposals.map(({ start, end }): Entry => ({ kind: "offer", at: start, start, end })),
  ];
  return entries
    .map((entry) => ({ entry, place: placeOf(entry, breaks) }))
    .sort((a, b) => a.place - b.place || rank(a.entry) - rank(b.entry))
    .map(({ entry }) => entry);
}

function punchEntry(punch: PunchView, workday: Workday): PunchEntry {
  const details = workday.details.filter(({ name, at }) => at === punch.minute && punchWarnings.has(name));
  return { kind: "punch", at: punch.minute, punch, details };
}

const punchWarnings: ReadonlySet<string> = new Set(["late", "early-leave", "missing-in", "missing-out"]);

function partsOf(workday: Workday): PartEntry[] {
  const merged: PartEntry[] = [];
  for (const part of workday.line) {
    if (part.kind !== "counted") continue;
    const last = merged[merged.length - 1];
    const minutes = part.end - part.start;
    const overtime = part.overtime === null ? 0 : minutes;
    if (last !== undefined && last.end === part.start && isSameReason(last.part, part)) {
      merged[merged.length - 1] = {
        ...last,
        end: part.end,
        minutes: last.minutes + minutes,
        overtime: last.overtime + overtime,
      };
    } else {
      const { start, end } = part;
      merged.push({ kind: "part", at: start, start, end, part, minutes, overtime, running: false });
    }
  }
  const last = merged[merged.length - 1];
  if (last !== undefined && workday.warnings.includes("running"))
    merged[merged.length - 1] = { ...last, running: true };
  return merged;
}

function lineEntry(part: LinePart, workday: Workday): Entry {
  const { kind, start, end } = part;
  if (kind === "break") return { kind: "break", at: start, start, end };
  if (kind === "leave") return { kind: "leave", at: start, start, end };
  return { kind: "uncounted", at: start, start, end, ...reasonAgainst(part, workday) };
}

function reasonAgainst(
  { start, end }: Interval,
  { line, shift, planned }: Workday,
): Pick<UncountedEntry, "why" | "edge"> {
  const approved = line.some((one) => one.kind === "counted" && one.overtime !== null && one.end === start);
  if (approved) return { why: "approved-until", edge: start };
  const sections = planned > 0 ? (shift?.sections ?? []) : [];
  const next = sections.find((section) => section.start >= end);
  if (next !== undefined && next === sections[0]) return { why: "before-shift", edge: next.start };
  const last = sections.filter((section) => section.end <= start).pop();
  if (last !== undefined && next === undefined) return { why: "after-shift", edge: last.end };
  return { why: sections.length > 0 ? "between-sections" : "not-approved", edge: start };
}

/** A clock-out inside a break stands before it and a clock-in after it: who leaves at 12:03 leaves for the break of 12:00. */
function placeOf(entry: Entry, breaks: readonly Interval[]): number {
  if (entry.kind !== "punch") return entry.at;
  const around = breaks.find((one) => covers([one], entry.at));
  if (around === undefined) return entry.at;
  return entry.punch.type === "off" ? around.start - 0.5 : around.end - 0.5;
}

/** At the same minute the punch stands above the part that it begins. */
function rank(entry: Entry): number {
  return entry.kind === "punch" ? 0 : 1;
}
