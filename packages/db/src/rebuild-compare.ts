import { differenceOf } from "./adjustment.ts";
import type { DayFigures } from "./day-review.ts";
import { parseStored } from "./json-rows.ts";
import type { SettledWrite } from "./settled-write.ts";
import type { WorkdayBody } from "./workday.ts";

/** A day's figures beside each other; `projects` is minutes by project. */
export interface RebuiltFigures extends DayFigures {
  readonly status: string;
  readonly projects: Readonly<Record<string, number>>;
}

/**
 * A day settled anew beside the one stored. `different` names what differs: figures, parts of the body, "day" when none was stored,
 * "adjustments" when bookings of a reopened day are still there. `running` days depend on the moment and are not compared.
 */
export interface Compared {
  readonly outcome: "same" | "different" | "running";
  readonly fields: readonly string[];
  /** What counts today: of a closed day with its adjustments. Null when nothing was stored. */
  readonly before: RebuiltFigures | null;
  readonly after: RebuiltFigures;
}

/** The figures that are summed up, in their order. */
export const figureNames = [
  ...(["planned", "attended", "overtimeAttended", "overtimeApproved", "counted", "leave", "unassigned"] as const),
];

/** Compares a freshly settled day with what is stored; null for a day of which nothing is stored and nothing came out. */
export function compareDay(write: SettledWrite): Compared | null {
  const { day, before, closed } = write;
  const stored = before === null ? null : parseStored<Partial<WorkdayBody>>(before.body, {});
  const after = { ...figuresOf(day), status: day.status, projects: minutesByProject(day.allocations) };
  if (before === null && isNothing(after)) return null;
  const was =
    before === null
      ? null
      : { ...withBooked(write), status: before.status, projects: minutesByProject(stored?.allocations ?? []) };
  const seen = { before: was, after };
  if (!day.over || stored?.over === false) return { outcome: "running", fields: [], ...seen };
  const fields = closed ? fieldsOfClosed(write) : fieldsOfOpen(write, stored);
  return { outcome: fields.length === 0 ? "same" : "different", fields, ...seen };
}

function isNothing({ planned, attended, counted, leave, status }: RebuiltFigures): boolean {
  return planned + attended + counted + leave === 0 && status === "off";
}

function figuresOf(of: DayFigures): DayFigures {
  return Object.fromEntries(figureNames.map((name) => [name, of[name]])) as unknown as DayFigures;
}

function withBooked({ before, adjustments }: SettledWrite): DayFigures {
  const all = before === null ? adjustments : [before, ...adjustments];
  const sums = figureNames.map((name) => [name, all.reduce((sum, one) => sum + one[name], 0)]);
  return Object.fromEntries(sums) as unknown as DayFigures;
}

function minutesByProject(allocations: readonly { readonly project: string; readonly minutes: number }[]) {
  const sums: Record<string, number> = {};
  for (const { project, minutes } of allocations) sums[project] = (sums[project] ?? 0) + minutes;
  return sums;
}

function fieldsOfClosed(write: SettledWrite): string[] {
  const difference = differenceOf(write);
  if (difference === null) return [];
  const named = figureNames.filter((name) => difference.figures[name] !== 0);
  return difference.parts.length > 0 ? [...named, "allocations"] : named;
}

function fieldsOfOpen(write: SettledWrite, stored: Partial<WorkdayBody> | null): string[] {
  const { before, day, body, approvals } = write;
  if (before === null || stored === null) return ["day"];
  const fresh = {
    ...{ allocations: day.allocations, approvals, line: day.line, details: day.details.map(withoutMetres) },
    ...{ proposals: day.proposals, over: day.over, ...body },
  };
  // How far away somebody was may have been cleared since; that is no difference.
  const old = { ...stored, details: (stored.details ?? []).map(withoutMetres) };
  const names = Object.keys(fresh) as (keyof typeof fresh)[];
  return [
    ...figureNames.filter((name) => before[name] !== day[name]),
    ...(before.status === day.status ? [] : ["status"]),
    ...(before.warnings === JSON.stringify(day.warnings) ? [] : ["warnings"]),
    ...names.filter((name) => JSON.stringify(fresh[name]) !== JSON.stringify(old[name])),
    ...(differenceOf(write) === null ? [] : ["adjustments"]),
  ];
}

function withoutMetres(detail: WorkdayBody["details"][number]) {
  return { ...detail, metres: null };
}
