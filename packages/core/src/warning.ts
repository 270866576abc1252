import type { Share } from "./allocation.ts";
import type { Attendance } from "./attendance.ts";
import type { Presence, TimedPunch } from "./presence.ts";
import { clip, covers, type Interval, total } from "./time/interval.ts";
import type { Minutes } from "./time/minutes.ts";

/** The stable names of what looks odd in a day. */
export type WarningName =
  | "absent"
  | "early-leave"
  | "late"
  | "long-day"
  | "missing-in"
  | "missing-out"
  | "pick-off-site"
  | "running"
  | "split-overflow"
  | "unassigned"
  | "worked-on-leave";

/** A warning with its figures: minutes on the line, lengths, metres. Sentences are made by the web app. */
export interface Warning {
  readonly name: WarningName;
  /** Minute of the line it speaks of: the odd punch, the expected start or end. */
  readonly at: Minutes | null;
  /** Where the line expected it: the section start for `late`, the section end for `early-leave`. */
  readonly expected: Minutes | null;
  /** Length it speaks of. */
  readonly minutes: Minutes | null;
  readonly metres: number | null;
}

/** A settled day as the checks look at it. */
export interface CheckedDay {
  readonly over: boolean;
  readonly sections: readonly Interval[];
  /** Valid punches in order. */
  readonly punches: readonly TimedPunch[];
  /** Planned minutes that neither leave nor a trip covers. */
  readonly expected: readonly Interval[];
  readonly attendance: Attendance;
  readonly presence: Presence;
  readonly shares: readonly Share[];
  readonly splitMinutes: Minutes;
  readonly longDay: Minutes;
}

type Check = (day: CheckedDay) => Partial<Warning> | null;

/** From how many minutes of work during leave on it is worth a word. */
const workedOnLeaveFrom: Minutes = 15;

const checks: readonly (readonly [WarningName, Check])[] = [
  ["absent", absent],
  ["early-leave", earlyLeave],
  ["late", late],
  ["long-day", longDay],
  ["missing-in", missingIn],
  ["missing-out", missingOut],
  ["pick-off-site", pickOffSite],
  ["running", running],
  ["split-overflow", splitOverflow],
  ["unassigned", unassigned],
  ["worked-on-leave", workedOnLeave],
];

/** What looks odd in a day, each name once, sorted by name. */
export function warningsOf(day: CheckedDay): Warning[] {
  const found: Warning[] = [];
  for (const [name, check] of checks) {
    const figures = check(day);
    if (figures !== null) found.push({ name, at: null, expected: null, minutes: null, metres: null, ...figures });
  }
  return found;
}

/** Leave that fills the planned minutes of a day without work. */
export function isOnLeave({ planned, leave, attended }: Attendance): boolean {
  return planned.length > 0 && total(leave) >= total(planned) && attended.length === 0;
}

function absent({ over, punches, attendance, expected }: CheckedDay): Partial<Warning> | null {
  const { planned, attended } = attendance;
  if (!over || planned.length === 0 || attended.length > 0 || punches.length > 0) return null;
  if (isOnLeave(attendance)) return null;
  return { expected: expected[0]?.start ?? null, minutes: total(expected) };
}

function late({ punches, expected, sections }: CheckedDay): Partial<Warning> | null {
  const ons = punches.filter(({ punch }) => punch.type === "on");
  const start = expected[0]?.start;
  const first = ons[0];
  if (start === undefined || first === undefined) return null;
  if (ons.some(({ punch }) => punch.result !== null)) {
    const odd = ons.find(({ punch }) => saysLate(punch.result));
    if (odd === undefined) return null;
    return lateness(odd.minute, odd === first ? start : lastStart(expected, odd.minute), expected);
  }
  return first.minute > start && covers(sections, first.minute) ? lateness(first.minute, start, expected) : null;
}

function earlyLeave({ over, punches, expected, sections }: CheckedDay): Partial<Warning> | null {
  const offs = punches.filter(({ punch }) => punch.type === "off");
  const end = expected.at(-1)?.end;
  const last = offs.at(-1);
  if (end === undefined || last === undefined) return null;
  if (offs.some(({ punch }) => punch.result !== null)) {
    const odd = offs.findLast(({ punch }) => punch.result === "Early");
    if (odd === undefined) return null;
    return earliness(odd.minute, odd === last ? end : firstEnd(expected, odd.minute), expected);
  }
  return over && last.minute < end && covers(sections, last.minute) ? earliness(last.minute, end, expected) : null;
}

function longDay({ attendance, longDay: limit }: CheckedDay): Partial<Warning> | null {
  const minutes = total(attendance.attended);
  return minutes > limit ? { minutes } : null;
}

function missingIn({ presence }: CheckedDay): Partial<Warning> | null {
  const first = presence.missingIns[0];
  return first === undefined ? null : { at: first.minute };
}

function missingOut({ presence }: CheckedDay): Partial<Warning> | null {
  const first = presence.missingOuts[0];
  return first === undefined ? null : { at: first.minute, expected: first.offeredUntil };
}

function pickOffSite({ shares }: CheckedDay): Partial<Warning> | null {
  const off = shares.filter(({ basis, place }) => basis === "pick" && place === "mobile");
  const first = off[0];
  if (!first?.stay) return null;
  const own = first.stay.seen.filter(({ project }) => project === first.project);
  const beyond = own.flatMap(({ distance, radius }) => (distance === null ? [] : [distance - radius]));
  const metres = beyond.length === 0 ? null : Math.max(0, Math.round(Math.min(...beyond)));
  return { at: first.start, minutes: total(off), metres };
}

function running({ presence }: CheckedDay): Partial<Warning> | null {
  return presence.running && { at: presence.running.minute };
}

function splitOverflow({ splitMinutes, attendance }: CheckedDay): Partial<Warning> | null {
  const minutes = splitMinutes - total(attendance.counted);
  return minutes > 0 ? { minutes } : null;
}

function unassigned({ shares }: CheckedDay): Partial<Warning> | null {
  const minutes = total(shares.filter(({ project }) => project === null));
  return minutes > 0 ? { minutes } : null;
}

function workedOnLeave({ attendance }: CheckedDay): Partial<Warning> | null {
  const minutes = total(attendance.workedOnLeave);
  const at = Math.min(...attendance.workedOnLeave.map(({ start }) => start));
  return minutes >= workedOnLeaveFrom ? { at, minutes } : null;
}

function saysLate(result: string | null): boolean {
  return result === "Late" || result === "SeriousLate" || result === "Absenteeism";
}

function lastStart(expected: readonly Interval[], minute: Minutes): Minutes | null {
  return expected.findLast(({ start }) => start <= minute)?.start ?? null;
}

function firstEnd(expected: readonly Interval[], minute: Minutes): Minutes | null {
  return expected.find(({ end }) => end >= minute)?.end ?? null;
}

function lateness(at: Minutes, from: Minutes | null, expected: readonly Interval[]): Partial<Warning> {
  const start = from ?? at;
  return { at, expected: start, minutes: total(clip(expected, { start, end: at })) };
}

function earliness(at: Minutes, until: Minutes | null, expected: readonly Interval[]): Partial<Warning> {
  const end = until ?? at;
  return { at, expected: end, minutes: total(clip(expected, { start: at, end })) };
}
