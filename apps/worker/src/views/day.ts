import { allocationKey } from "@today/core/approval";
import { type Shift as CoreShift, plannedShift } from "@today/core/shift";
import { type DayFacts, type SettledDay, settleWorkday } from "@today/core/workday";
import type { DayAside } from "@today/db/day-aside";
import type { StoredDecision } from "@today/db/day-review";
import type { LoadedDay } from "@today/db/facts";
import type { StoredApproval, StoredWorkday } from "@today/db/workday";
import type { Shift, Workday } from "../contract.ts";
import { Refusal } from "../error.ts";
import { approvalsOf } from "../settling.ts";
import { isoOf } from "./instant.ts";

/** The day's facts; refuses `calendar-year-missing` for a day of a year whose holidays nobody knows. */
export function factsOf(day: LoadedDay): DayFacts {
  if (day.facts === null) throw new Refusal("calendar-year-missing");
  return day.facts;
}

/** The shift that holds on the day, under its name. */
export function shiftOf(day: LoadedDay): Shift | null {
  const { shift, dayKind } = factsOf(day);
  const planned = plannedShift(shift, dayKind);
  return planned === null ? null : namedShift({ ...planned, name: day.shiftName });
}

/** What a view says beside the figures. */
export interface Beside extends Partial<DayAside> {
  /** How many choices were made about the day. */
  readonly version: number;
  readonly decisions?: readonly StoredDecision[];
}

/** A day settled this moment from its facts; nothing is written. */
export function liveView(loaded: LoadedDay, { decisions = [], ...beside }: Beside): Workday {
  const facts = factsOf(loaded);
  const day = settleWorkday(facts);
  const approvals = approvalViews(day, approvalsOf(day, { facts, loaded, decisions }));
  const around = { dayKind: facts.dayKind, shift: shiftOf(loaded), settledAt: isoOf(facts.now, facts.policy.zone) };
  return { ...figuresOf(day), approvals, ...around, ...nothingAside, ...beside, person: loaded.personId };
}

/** A day as it was settled last. */
export function storedView(day: StoredWorkday, beside: Beside, zone: string): Workday {
  const shift = day.shift === null ? null : namedShift(day.shift);
  const around = { dayKind: day.dayKind, shift, settledAt: isoOf(day.settledAt, zone) };
  const approvals = approvalViews(day, day.approvals ?? []);
  return { ...figuresOf(day), approvals, ...around, ...nothingAside, ...beside, person: day.personId };
}

const nothingAside: DayAside = { pending: 0, adjusted: 0, locked: null };

/** What a split's parts may add up to: the counted minutes, on a running day the planned ones if they are more. */
export function splittableMinutes({ over, counted, planned }: Pick<Workday, "over" | "counted" | "planned">): number {
  return over ? counted : Math.max(counted, planned);
}

type Figures = Omit<Workday, "person" | "version" | "dayKind" | "shift" | "settledAt" | "approvals" | keyof DayAside>;

function approvalViews(day: SettledDay, approvals: readonly StoredApproval[]): Workday["approvals"] {
  return day.allocations.map((allocation, n) => {
    const { state, reasons, returned } = approvals[n] ?? { state: "running" as const, reasons: [], returned: null };
    return { key: allocationKey(allocation), state, reasons: [...reasons], returned };
  });
}

function figuresOf(day: SettledDay): Figures {
  return {
    date: day.date,
    planned: day.planned,
    attended: day.attended,
    overtimeAttended: day.overtimeAttended,
    overtimeApproved: day.overtimeApproved,
    counted: day.counted,
    leave: day.leave,
    unassigned: day.unassigned,
    status: day.status,
    warnings: [...day.warnings],
    allocations: [...day.allocations],
    over: day.over,
    line: [...day.line],
    details: [...day.details],
    proposals: day.proposals.map(({ punchId, start, end }) => ({ punchId, start, end })),
  };
}

function namedShift({ name, sections, breaks }: CoreShift & { readonly name: string | null }): Shift {
  return { name, sections: [...sections], breaks: [...breaks] };
}
