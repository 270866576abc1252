import { clip, type Interval, subtract } from "@today/core/time/interval";
import type { Minutes } from "@today/core/time/minutes";
import type { LinePart, Workday } from "./api.ts";
import { minuteOf } from "./format.ts";

/**
 * A running day as it is at a later minute, until the server is asked again: what runs goes on, breaks and leave left out, and what
 * lies outside the shift is attended but not counted. Any other day stays as it is, also one in overtime or before its first counted minute.
 */
export function growDay(workday: Workday, now: Minutes): Workday {
  const since = minuteOf(workday.settledAt, workday.date);
  const last = lastCounted(workday.line);
  if (!workday.warnings.includes("running") || last === undefined || last.overtime !== null || now <= since)
    return workday;
  const grown = growth(workday, { start: since, end: now });
  const counted = lengthOf(grown.counted);
  const attended = counted + lengthOf(grown.uncounted);
  return {
    ...workday,
    line: extend(workday.line, [
      ...grown.counted.map((one): LinePart => ({ ...last, ...one })),
      ...grown.uncounted.map((one): LinePart => ({ ...bare, ...one, kind: "uncounted" })),
      ...grown.breaks.map((one): LinePart => ({ ...bare, ...one, kind: "break" })),
    ]),
    attended: workday.attended + attended,
    overtimeAttended: workday.overtimeAttended + attended - counted,
    counted: workday.counted + counted,
    unassigned: workday.unassigned + (last.project === null && last.other !== true ? counted : 0),
    allocations: addTo(workday.allocations, last, counted),
  };
}

const bare = { project: null, task: null, basis: null, place: null, overtime: null, fact: null } as const;

function growth({ shift, line }: Workday, stretch: Interval) {
  const leave = line.filter(({ kind }) => kind === "leave");
  const breaks = clip(shift?.breaks ?? [], stretch);
  const present = subtract([stretch], [...breaks, ...leave]);
  const counted = shift === null ? present : present.flatMap((one) => clip(shift.sections, one));
  return { breaks, counted, uncounted: subtract(present, counted) };
}

function lastCounted(line: readonly LinePart[]): LinePart | undefined {
  return line.filter(({ kind }) => kind === "counted").pop();
}

function extend(line: readonly LinePart[], more: readonly LinePart[]): LinePart[] {
  const joined: LinePart[] = [];
  for (const part of [...line, ...more].sort((a, b) => a.start - b.start)) {
    const before = joined[joined.length - 1];
    if (before !== undefined && before.end >= part.start && isSame(before, part)) {
      joined[joined.length - 1] = { ...before, end: Math.max(before.end, part.end) };
    } else {
      joined.push(part);
    }
  }
  return joined;
}

function isSame(a: LinePart, b: LinePart): boolean {
  return a.kind === b.kind && a.project === b.project && a.fact === b.fact && a.overtime === b.overtime;
}

function addTo(allocations: Workday["allocations"], to: LinePart, minutes: Minutes): Workday["allocations"] {
  const index = allocations.findIndex(
    ({ project, basis, place, overtime }) =>
      project === to.project && basis === to.basis && place === to.place && overtime === to.overtime,
  );
  return allocations.map((one, at) => (at === index ? { ...one, minutes: one.minutes + minutes } : one));
}

function lengthOf(stretches: readonly Interval[]): Minutes {
  return stretches.reduce((sum, { start, end }) => sum + end - start, 0);
}
