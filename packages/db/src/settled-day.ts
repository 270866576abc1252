import type { Allocation } from "@today/core/allocation";
import { adjustmentStatements } from "./adjustment.ts";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks, parseStored } from "./json-rows.ts";
import type { SettledWrite } from "./settled-write.ts";
import { staleMonths, type TouchedMonth } from "./stale-month.ts";
import type { WorkdayBody, WorkdayRow } from "./workday.ts";

// A day is written only while the facts it was settled from are still the latest; else it stays dirty and is settled again.
const current = `exists (select 1 from dirty_day c where c.company_id = ?1 and c.date = v ->> 1
    and c.person_id = v ->> 0 and c.since = v ->> 2)
  and (select count(*) from punch c where c.company_id = ?1 and c.person_id = v ->> 0 and c.work_date = v ->> 1)
    = v ->> 3`;

/** SQL: the rows of `?2` whose day's facts are still those it was settled from; each begins with `guardOf`. */
const rows = `(select value as v from json_each(?2)) where ${current}`;

const workdaySql = `insert into workday (company_id, person_id, date, planned, attended, overtime_attended,
    overtime_approved, counted, leave, unassigned, status, warnings, body, settled_at)
  select ?1, v ->> 0, v ->> 1, v ->> 4, v ->> 5, v ->> 6, v ->> 7, v ->> 8, v ->> 9, v ->> 10, v ->> 11, v ->> 12,
    v ->> 13, ?3 from ${rows}
  on conflict do update set planned = excluded.planned, attended = excluded.attended,
    overtime_attended = excluded.overtime_attended, overtime_approved = excluded.overtime_approved,
    counted = excluded.counted, leave = excluded.leave, unassigned = excluded.unassigned, status = excluded.status,
    warnings = excluded.warnings, body = excluded.body, settled_at = excluded.settled_at`;

const removeSql = `delete from allocation where (company_id, project_id, date, person_id, n) in
  (select ?1, v ->> 4, v ->> 1, v ->> 0, v ->> 5 from ${rows})`;

const allocationSql = `insert into allocation (company_id, project_id, date, person_id, n, task_id, minutes, basis, place,
    overtime, state, reasons)
  select ?1, v ->> 4, v ->> 1, v ->> 0, v ->> 5, v ->> 6, v ->> 7, v ->> 8, v ->> 9, v ->> 10, v ->> 11, v ->> 12 from ${rows}
  on conflict do update set task_id = excluded.task_id, minutes = excluded.minutes, basis = excluded.basis,
    place = excluded.place, overtime = excluded.overtime, state = excluded.state, reasons = excluded.reasons`;

const cleanSql = `delete from dirty_day where (company_id, date, person_id) in
  (select ?1, v ->> 1, v ->> 0 from ${rows})`;

/**
 * Statements, to be one transaction, that store what changed of settled days and make the days clean. Of closed days only the
 * differences are booked, on the day of the arrival.
 */
export function keepSettledDays(
  db: Database,
  arrival: Arrival & { readonly today: string },
  days: readonly SettledWrite[],
): D1PreparedStatement[] {
  const bind = (sql: string, list: readonly unknown[]) =>
    jsonChunks(list).map((chunk) => db.prepare(sql, arrival.companyId, chunk));
  const open = days.filter(({ closed }) => !closed);
  const workdays = open.flatMap(changedWorkday);
  const { gone, came } = changedAllocations(open);
  const touched = [...gone, ...came].map(monthOfRow);
  return [
    ...jsonChunks(workdays).map((chunk) => db.prepare(workdaySql, arrival.companyId, chunk, arrival.at)),
    ...bind(removeSql, gone),
    ...bind(allocationSql, came),
    ...staleMonths(db, arrival.companyId, { touched, rows }),
    ...adjustmentStatements(db, arrival, { days, guardOf, rows }),
    ...bind(cleanSql, days.map(guardOf)),
  ];
}

function guardOf({ personId, date, since, punchVersions }: SettledWrite): unknown[] {
  return [personId, date, since, punchVersions];
}

function monthOfRow(row: readonly unknown[]): TouchedMonth {
  return { guard: row.slice(0, 4), project: row[4], month: String(row[1]).slice(0, 7) };
}

function changedWorkday(write: SettledWrite): unknown[][] {
  const { day, before } = write;
  const figures = [day.planned, day.attended, day.overtimeAttended, day.overtimeApproved, day.counted, day.leave];
  const { allocations, line, details, proposals, over } = day;
  const { overAt, dayKind, shift } = write.body;
  const { approvals } = write;
  // Whether it is over comes first: the days that were not are found by it.
  const body: WorkdayBody = { over, overAt, allocations, approvals, line, details, proposals, dayKind, shift };
  const now = [...figures, day.unassigned, day.status, JSON.stringify(day.warnings), JSON.stringify(body)];
  const was = before === null ? null : valuesOf(before);
  return was?.every((value, index) => value === now[index]) ? [] : [[...guardOf(write), ...now]];
}

function valuesOf(row: WorkdayRow): unknown[] {
  const figures = [row.planned, row.attended, row.overtimeAttended, row.overtimeApproved, row.counted, row.leave];
  return [...figures, row.unassigned, row.status, row.warnings, row.body];
}

type Sheet = Pick<WorkdayBody, "allocations" | "approvals">;

function changedAllocations(days: readonly SettledWrite[]): { gone: unknown[][]; came: unknown[][] } {
  const gone: unknown[][] = [];
  const came: unknown[][] = [];
  for (const write of days) {
    const guard = guardOf(write);
    const { allocations } = write.day;
    const was = parseStored<Partial<Sheet>>(write.before?.body ?? null, {});
    const { allocations: before = [], approvals = [] } = was;
    before.forEach(({ project }, n) => {
      if (allocations[n]?.project !== project) gone.push([...guard, project, n]);
    });
    allocations.forEach((one, n) => {
      const { project, task, minutes, basis, place, overtime } = one;
      const { state, reasons } = write.approvals[n] ?? { state: "running", reasons: [] };
      if (isSame(one, before[n]) && state === approvals[n]?.state && isSame(reasons, approvals[n]?.reasons)) return;
      came.push([...guard, project, n, task, minutes, basis, place, overtime, state, JSON.stringify(reasons)]);
    });
  }
  return { gone, came };
}

function isSame(a: Allocation | readonly string[], b: unknown): boolean {
  return b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}
