import { type Day, HOUR, MINUTE } from "../company/beijing.ts";
import type { Person } from "../company/person.ts";
import { type CheckType, instantOf, type Shift } from "../company/shift.ts";
import type { Leave } from "./leave.ts";

/** One punch that is due. */
export interface PlanPoint {
  readonly slot: number;
  readonly planId: number;
  readonly type: CheckType;
  /** As the shift has it. */
  readonly at: number;
  /** What late and early are measured from: leave may move it. */
  readonly base: number;
  /** Leave over the whole section, so that nobody has to punch. */
  readonly covered: Leave | null;
  /** When an absent punch becomes a row of its own. */
  readonly missedAt: number;
}

/** What is due from a person on a day; no shift is a rest day or 自由工时. */
export interface DayPlan {
  readonly shift: Shift | null;
  readonly points: readonly PlanPoint[];
}

const EPOCH_DAY = 20_000;
const PEOPLE_AT_MOST = 32_768;
const PLAN_BASE = 402_000_000_000;

/** What a plan depends on besides who and when: the leave that counts and the shift of any day. */
interface Terms {
  readonly leaves: readonly Leave[];
  readonly due: (day: Day) => Shift | null;
}

/** The plan of a day. */
export function planOf(person: Person, day: Day, { leaves, due: shiftOf }: Terms): DayPlan {
  const shift = shiftOf(day);
  if (shift === null) return { shift, points: [] };
  const due = shift.points.map(({ type, minute }) => ({ type, at: instantOf(day, minute) }));
  const points = due.map(({ type, at }, slot) => {
    const partner = due[slot % 2 === 0 ? slot + 1 : slot - 1]?.at ?? at;
    const section = { start: Math.min(at, partner), end: Math.max(at, partner) };
    const leave = leaves.find((one) => one.start < section.end && one.end > section.start) ?? null;
    const covered = leave && leave.start <= section.start && leave.end >= section.end ? leave : null;
    const next = due[slot + 1]?.at ?? nextStart(shiftOf, day) ?? at + 24 * HOUR;
    return {
      slot,
      planId: planId(person, day, slot),
      type,
      at,
      base: leave && !covered ? movedBy(leave, { type, at, rest: restOf(shift, day) }) : at,
      covered,
      missedAt: (at + next) / 2,
    };
  });
  return { shift, points };
}

/** The id of a scheduled point; slot 7 is the row of a rest day. */
export function planId(person: Person, day: Day, slot: number): number {
  return PLAN_BASE + numberOf(person, day) * 8 + slot;
}

/** Whose point an id names, and on which day. */
export function pointNamed(id: number): { index: number; day: Day; slot: number } {
  const number = Math.floor((id - PLAN_BASE) / 8);
  return { index: number % PEOPLE_AT_MOST, day: dayOfNumber(number), slot: (id - PLAN_BASE) % 8 };
}

/** A number for a person's day that nothing else has. */
export function numberOf(person: Person, day: Day): number {
  return (day - EPOCH_DAY) * PEOPLE_AT_MOST + person.index;
}

/** The day that such a number is of. */
export function dayOfNumber(number: number): Day {
  return EPOCH_DAY + Math.floor(number / PEOPLE_AT_MOST);
}

type Span = { readonly start: number; readonly end: number };

function restOf(shift: Shift, day: Day): Span | null {
  return shift.rest && { start: instantOf(day, shift.rest.start), end: instantOf(day, shift.rest.end) };
}

function movedBy(leave: Span, { type, at, rest }: { type: CheckType; at: number; rest: Span | null }): number {
  if (type === "OnDuty") {
    if (leave.start > at || leave.end <= at) return at;
    return rest && leave.end >= rest.start && leave.end < rest.end ? rest.end : leave.end;
  }
  if (leave.end < at || leave.start >= at) return at;
  return rest && leave.start > rest.start && leave.start <= rest.end ? rest.start : leave.start;
}

function nextStart(due: Terms["due"], day: Day): number | null {
  const [first] = due(day + 1)?.points ?? [];
  return first ? instantOf(day + 1, first.minute) : null;
}

/** Minutes by which `at` is behind `base`, seconds cut off; negative when it is before. */
export function minutesBehind(at: number, base: number): number {
  return Math.floor(at / MINUTE) - Math.floor(base / MINUTE);
}
