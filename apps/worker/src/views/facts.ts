import { verdicts } from "@today/core/site";
import { formatClockTime } from "@today/core/time/clock-time";
import { minuteOf } from "@today/core/time/zone";
import { type PickRow, type SplitRow, splitPartsOf } from "@today/db/choice";
import type { LoadedDay } from "@today/db/facts";
import type { PersonBrief } from "@today/db/person";
import { type PunchRow, punchOf } from "@today/db/punch";
import type { PickView, PunchView, SplitView } from "../contract.ts";
import { factsOf } from "./day.ts";
import { isoOf } from "./instant.ts";

/** The people behind choices, by id. */
export type Names = ReadonlyMap<string, PersonBrief>;

/** The day's punches with where they were, seen from the sites of projects that can be booked; never coordinates. */
export function punchViews(day: LoadedDay): PunchView[] {
  const { sites, policy } = factsOf(day);
  return day.punches.map((row) => ({
    ...punchView(row, policy.zone),
    minute: minuteOf(row.at, row.date, policy.zone),
    verdicts: verdicts(punchOf(row), sites).map(({ rank: _, ...told }) => told),
  }));
}

/** A pick with its maker's name. */
export function pickView(row: PickRow, names: Names, zone: string): PickView {
  return {
    id: row.id,
    date: row.date,
    projectId: row.projectId,
    taskId: row.taskId,
    from: row.fromMinute === null ? null : formatClockTime(row.fromMinute),
    madeAt: isoOf(row.madeAt, zone),
    madeBy: nameOf(row.madeBy, names),
  };
}

/** A split with its maker's name; null for one without parts, which withdrew the one before. */
export function splitView(row: SplitRow | null, names: Names, zone: string): SplitView | null {
  const parts = splitPartsOf(row).map(({ project, task, minutes }) => ({ projectId: project, taskId: task, minutes }));
  if (row === null || parts.length === 0) return null;
  const { version, date, madeAt, madeBy } = row;
  return { version, date, parts, madeAt: isoOf(madeAt, zone), madeBy: nameOf(madeBy, names) };
}

/** Whose names the day's choices need. */
export function makersOf({ picks, split }: Pick<LoadedDay, "picks" | "split">): string[] {
  return [...new Set([...picks, ...(split === null ? [] : [split])].map(({ madeBy }) => madeBy))];
}

function nameOf(id: string, names: Names): PersonBrief {
  return names.get(id) ?? { id, name: id, title: null };
}

function punchView(row: PunchRow, zone: string): Omit<PunchView, "minute" | "verdicts"> {
  return {
    id: row.recordId,
    at: isoOf(row.at, zone),
    type: row.type,
    valid: row.valid === 1,
    invalidReason: row.invalidReason,
    result: row.result,
    sourceType: row.sourceType,
    machine: row.machine,
    address: row.address,
    receivedAt: isoOf(row.receivedAt, zone),
  };
}
