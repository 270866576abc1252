import { type Refusal, refuse } from "./problem.ts";
import { addDays, daysBetween, type WorkDate, weekdayOf } from "./time/date.ts";

/** Whether a stretch of work dates may still be changed: by all, by approvers, or by nobody. */
export type PeriodState = "open" | "open-for-approvers" | "closed";

/** Work dates from `first` to `last`, both included, that are closed together. */
export interface Period {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly state: PeriodState;
}

/** What a company closes: calendar months, or ISO weeks from Monday to Sunday. */
export type PeriodKind = "month" | "week";

/** A period by its name: `2026-09`, or `2026-W38` from 2026-09-14 to 2026-09-20. */
export interface PeriodSpan {
  readonly id: string;
  readonly first: WorkDate;
  readonly last: WorkDate;
}

/** Who changes something: an approver, or a person who may be let in until a date. */
export interface Changer {
  readonly approver: boolean;
  /** The last day of 宽限, null when nobody gave any. */
  readonly graceUntil: WorkDate | null;
  readonly today: WorkDate;
}

const moves: readonly (readonly [PeriodState, PeriodState])[] = [
  ["open", "open-for-approvers"],
  ["open-for-approvers", "open"],
  ["open-for-approvers", "closed"],
  ["closed", "open-for-approvers"],
];

/** The period a date lies in; a week belongs to the year its Thursday lies in. */
export function periodOf(date: WorkDate, kind: PeriodKind): PeriodSpan {
  return kind === "month" ? monthOf(date) : weekOf(date);
}

/**
 * Refuses `period-closed` for a change on a date in a closed period, and `period-approvers-only` where only approvers
 * and people with grace may still change something; null when it may be made. Without `by` only closed periods refuse.
 */
export function refuseChange(date: WorkDate, periods: readonly Period[], by?: Changer): Refusal | null {
  const states = periods.filter(({ first, last }) => first <= date && date <= last).map(({ state }) => state);
  if (states.includes("closed")) return refuse("period-closed");
  if (by === undefined || !states.includes("open-for-approvers") || mayChange(by)) return null;
  return refuse("period-approvers-only");
}

/** Refuses `period-move-unknown` for a step that does not exist, and `period-not-over` for closing on or before the last day. */
export function refuseMove(
  from: PeriodState,
  to: PeriodState,
  when: { readonly last: WorkDate; readonly today: WorkDate },
): Refusal | null {
  if (!moves.some(([before, after]) => before === from && after === to)) return refuse("period-move-unknown");
  return to === "closed" && when.today <= when.last ? refuse("period-not-over") : null;
}

function mayChange({ approver, graceUntil, today }: Changer): boolean {
  return approver || today <= (graceUntil ?? "");
}

function monthOf(date: WorkDate): PeriodSpan {
  const first = `${date.slice(0, 7)}-01`;
  const next = `${addDays(first, 31).slice(0, 7)}-01`;
  return { id: date.slice(0, 7), first, last: addDays(next, -1) };
}

function weekOf(date: WorkDate): PeriodSpan {
  const first = addDays(date, 1 - weekdayOf(date));
  const year = addDays(first, 3).slice(0, 4);
  const fourth = `${year}-01-04`;
  const firstOfYear = addDays(fourth, 1 - weekdayOf(fourth));
  const week = 1 + daysBetween(firstOfYear, first) / 7;
  return { id: `${year}-W${String(week).padStart(2, "0")}`, first, last: addDays(first, 6) };
}
