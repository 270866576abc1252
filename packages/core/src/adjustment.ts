import { type Allocation, compareAllocations } from "./allocation.ts";
import type { Minutes } from "./time/minutes.ts";

/** Minutes of one person's day as a closed sheet holds them; null `project` is unassigned. In an adjustment they are signed. */
export interface Booked {
  readonly project: string | null;
  readonly task: string | null;
  readonly basis: Allocation["basis"] | null;
  readonly place: Allocation["place"] | null;
  readonly overtime: Allocation["overtime"];
  readonly minutes: Minutes;
}

/** A closed sheet, the signed differences booked since, and the day as it would be settled today. */
export interface Closed {
  readonly sheet: readonly Booked[];
  readonly adjusted: readonly Booked[];
  readonly fresh: readonly Booked[];
}

/** The signed differences still missing, so that `sheet + adjusted + result = fresh` row by row; sorted, unassigned last, without zeros. */
export function adjustmentsOf({ sheet, adjusted, fresh }: Closed): readonly Booked[] {
  const rows = new Map<string, { row: Booked; minutes: Minutes }>();
  const add = (row: Booked, minutes: Minutes) => {
    const key = keyOf(row);
    const known = rows.get(key);
    if (known === undefined) rows.set(key, { row, minutes });
    else known.minutes += minutes;
  };
  for (const row of fresh) add(row, row.minutes);
  for (const row of [...sheet, ...adjusted]) add(row, -row.minutes);
  return [...rows]
    .filter(([, { minutes }]) => minutes !== 0)
    .map(([, { row, minutes }]) => withMinutes(row, minutes))
    .sort(unassignedLast);
}

function keyOf({ project, task, basis, place, overtime }: Booked): string {
  return JSON.stringify([project, task, basis, place, overtime]);
}

function unassignedLast(a: Booked, b: Booked): number {
  return Number(a.project === null) - Number(b.project === null) || compareAllocations(a, b);
}

function withMinutes({ project, task, basis, place, overtime }: Booked, minutes: Minutes): Booked {
  return { project, task, basis, place, overtime, minutes };
}
