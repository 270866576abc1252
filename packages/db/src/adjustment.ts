import { adjustmentsOf, type Booked } from "@today/core/adjustment";
import type { WorkDate } from "@today/core/time/date";
import type { SettledDay } from "@today/core/workday";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import type { DayFigures } from "./day-review.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";
import type { SettledWrite } from "./settled-write.ts";
import { staleMonths } from "./stale-month.ts";
import type { WorkdayBody } from "./workday.ts";

interface Guarded {
  readonly days: readonly SettledWrite[];
  readonly guardOf: (write: SettledWrite) => unknown[];
  /** SQL: the rows of `?2` that are still current. */
  readonly rows: string;
}

/**
 * Statements that book what a closed day would be settled differently today, and that take such bookings back once the day is open
 * again. Booked on the day of the arrival; nothing where there is no difference.
 */
export function adjustmentStatements(
  db: Database,
  arrival: Arrival & { readonly today: WorkDate },
  { days, guardOf, rows }: Guarded,
): D1PreparedStatement[] {
  const sql = `insert into adjustment (company_id, person_id, date, n, booked_on, at, planned, attended, overtime_attended,
      overtime_approved, counted, leave, unassigned, parts)
    select ?1, v ->> 0, v ->> 1, 1 + (select count(*) from adjustment a where a.company_id = ?1 and a.person_id = v ->> 0
      and a.date = v ->> 1), ?3, ?4, v ->> 4, v ->> 5, v ->> 6, v ->> 7, v ->> 8, v ->> 9, v ->> 10, v ->> 11 from ${rows}`;
  const booked = days.flatMap((write) => {
    const difference = differenceOf(write);
    return difference === null ? [] : [{ write, difference }];
  });
  const values = booked.map(({ write, difference: { figures, parts } }) => [
    ...guardOf(write),
    ...[figures.planned, figures.attended, figures.overtimeAttended, figures.overtimeApproved],
    ...[figures.counted, figures.leave, figures.unassigned, JSON.stringify(parts)],
  ]);
  const month = arrival.today.slice(0, 7);
  const touched = booked.flatMap(({ write, difference: { parts } }) =>
    parts.flatMap(({ project }) => (project === null ? [] : [{ guard: guardOf(write), project, month }])),
  );
  return [
    ...jsonChunks(values).map((chunk) => db.prepare(sql, arrival.companyId, chunk, arrival.today, arrival.at)),
    ...staleMonths(db, arrival.companyId, { touched, rows }),
  ];
}

/** Signed differences of a day that are still to be booked. */
export interface Difference {
  readonly figures: DayFigures;
  readonly parts: readonly Booked[];
}

const names = [
  ...(["planned", "attended", "overtimeAttended", "overtimeApproved", "counted", "leave", "unassigned"] as const),
];

/** What is still to be booked of a day; null when nothing is. */
export function differenceOf({ day, before, closed, adjustments }: SettledWrite): Difference | null {
  if (!closed && adjustments.length === 0) return null;
  // Of an open day nothing is to stay booked, whatever it comes to.
  const fresh = closed ? day : null;
  const sheet = closed ? before : null;
  const parts = adjustmentsOf({
    sheet: closed ? bookedOf(storedAllocations(before), before?.unassigned ?? 0) : [],
    adjusted: adjustments.flatMap((one) => one.parts),
    fresh: closed ? bookedOf(day.allocations, day.unassigned) : [],
  });
  const entries = names.map((name) => {
    const booked = adjustments.reduce((sum, one) => sum + one[name], 0);
    return [name, (fresh?.[name] ?? 0) - (sheet?.[name] ?? 0) - booked] as const;
  });
  if (parts.length === 0 && entries.every(([, minutes]) => minutes === 0)) return null;
  return { figures: Object.fromEntries(entries) as unknown as DayFigures, parts };
}

function storedAllocations(before: SettledWrite["before"]): SettledDay["allocations"] {
  return parseStored<Partial<WorkdayBody>>(before?.body ?? null, {}).allocations ?? [];
}

function bookedOf(allocations: SettledDay["allocations"], unassigned: number): Booked[] {
  const rest = { project: null, task: null, basis: null, place: null, overtime: null, minutes: unassigned };
  const booked = allocations.map(({ project, task, basis, place, overtime, minutes }) => {
    return { project, task, basis, place, overtime, minutes };
  });
  return unassigned === 0 ? booked : [...booked, rest];
}
