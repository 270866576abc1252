import type { Booked } from "@today/core/adjustment";
import type { Allocation } from "@today/core/allocation";
import type { ApprovalState } from "@today/core/approval";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { DayStatus } from "@today/core/workday";
import type { Database } from "./database.ts";
import { type KeysetPage, keysetPage } from "./keyset.ts";

interface Wish<Place> {
  readonly company: string;
  readonly from: WorkDate;
  readonly to: WorkDate;
  readonly after: Place | null;
  readonly limit: number;
}

/** The figures of a settled day. */
interface DayRow {
  readonly personId: string;
  readonly date: WorkDate;
  readonly planned: Minutes;
  readonly attended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
  readonly status: DayStatus;
  readonly over: number;
  readonly settledAt: Instant;
}

/** Settled days person by person; `since` leaves out those that did not change after an instant. */
export async function pageWorkdays(
  db: Database,
  wish: Wish<readonly [person: string, date: WorkDate]> & {
    readonly person: string | null;
    readonly since: Instant | null;
  },
): Promise<KeysetPage<DayRow>> {
  const { company, from, to, person, since, limit } = wish;
  const [afterPerson, afterDate] = wish.after ?? ["", ""];
  const rows = await db.all<DayRow>(
    `select w.person_id as personId, w.date, w.planned, w.attended, w.overtime_approved as overtimeApproved, w.counted,
       w.leave, w.unassigned, w.status, w.body ->> '$.over' as over, w.settled_at as settledAt
     from person p cross join workday w on w.company_id = ?1 and w.person_id = p.id
       and w.date between iif(p.id = ?6, max(?2, ?7), ?2) and ?3
     where p.company_id = ?1 and p.id >= ?6 and (?4 is null or p.id = ?4) and (?5 is null or w.settled_at >= ?5)
       and (p.id, w.date) > (?6, ?7)
     order by p.id, w.date limit ?8`,
    ...[company, from, to, person, since, afterPerson, afterDate, limit + 1],
  );
  return keysetPage(rows, limit);
}

/** Minutes of one person's day on one project. */
interface AllocationRow extends Omit<Allocation, "project" | "task"> {
  readonly projectId: string;
  readonly date: WorkDate;
  readonly personId: string;
  readonly n: number;
  readonly taskId: string | null;
  readonly state: ApprovalState;
  readonly settledAt: Instant;
}

/** Allocations project by project; `since` leaves out those of days that did not change after an instant. */
export async function pageAllocations(
  db: Database,
  wish: Wish<readonly [project: string, date: WorkDate, person: string, n: number]> & {
    readonly project: string | null;
    readonly since: Instant | null;
  },
): Promise<KeysetPage<AllocationRow>> {
  const { company, from, to, project, since, limit } = wish;
  const [afterProject, afterDate, afterPerson, afterN] = wish.after ?? ["", "", "", 0];
  const rows = await db.all<AllocationRow>(
    `select a.project_id as projectId, a.date, a.person_id as personId, a.n, a.task_id as taskId, a.minutes, a.basis,
       a.place, a.overtime, a.state, w.settled_at as settledAt
     from project j cross join allocation a on a.company_id = ?1 and a.project_id = j.id
       and a.date between iif(j.id = ?6, max(?2, ?7), ?2) and ?3
     cross join workday w on w.company_id = ?1 and w.person_id = a.person_id and w.date = a.date
     where j.company_id = ?1 and j.id >= ?6 and (?4 is null or j.id = ?4) and (?5 is null or w.settled_at >= ?5)
       and (j.id, a.date, a.person_id, a.n) > (?6, ?7, ?8, ?9)
     order by j.id, a.date, a.person_id, a.n limit ?10`,
    ...[company, from, to, project, since, afterProject, afterDate, afterPerson, afterN, limit + 1],
  );
  return keysetPage(rows, limit);
}

/** What a late fact changed of a closed day: signed minutes. */
interface AdjustedRow {
  readonly bookedOn: WorkDate;
  readonly personId: string;
  readonly date: WorkDate;
  readonly n: number;
  readonly at: Instant;
  readonly counted: Minutes;
  readonly attended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
  readonly parts: readonly Booked[];
}

/** Adjustments booked from one date to another, in the order of the booking dates. */
export async function pageAdjustments(
  db: Database,
  wish: Wish<readonly [bookedOn: WorkDate, person: string, date: WorkDate, n: number]>,
): Promise<KeysetPage<AdjustedRow>> {
  const { company, from, to, limit } = wish;
  const [bookedOn, person, date, n] = wish.after ?? ["", "", "", 0];
  const rows = await db.all<Omit<AdjustedRow, "parts"> & { readonly parts: string }>(
    `select booked_on as bookedOn, person_id as personId, date, n, at, counted, attended,
       overtime_approved as overtimeApproved, leave, unassigned, parts
     from adjustment indexed by adjustment_booked where company_id = ?1 and booked_on between max(?2, ?4) and ?3
       and (booked_on, person_id, date, n) > (?4, ?5, ?6, ?7)
     order by booked_on, person_id, date, n limit ?8`,
    ...[company, from, to, bookedOn, person, date, n, limit + 1],
  );
  return keysetPage(
    rows.map((row) => ({ ...row, parts: JSON.parse(row.parts) })),
    limit,
  );
}
