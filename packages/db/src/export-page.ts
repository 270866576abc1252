import type { Allocation } from "@today/core/allocation";
import type { ApprovalState } from "@today/core/approval";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { keySql } from "./decision.ts";

/** Which days of which project; null is all projects. */
export interface ExportRange {
  readonly projectId: string | null;
  readonly from: WorkDate;
  readonly to: WorkDate;
}

/** Who it was, for a list that leaves the house. */
export interface ExportPerson {
  readonly name: string;
  readonly jobNumber: string | null;
}

/** An allocation with who decided on it last, where somebody did. */
export interface ExportAllocation extends ExportPerson, Omit<Allocation, "project"> {
  readonly date: WorkDate;
  readonly state: ApprovalState;
  /** JSON of the core's `ReviewReason`s. */
  readonly reasons: string;
  readonly decidedBy: string | null;
  readonly decidedAt: Instant | null;
  readonly remark: string | null;
}

const rowsAtOnce = 2000;
const peopleAtOnce = 500;

/** A project in a list of rows. */
export interface ExportProject {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** The projects that a list is about, by code. */
export function exportProjects(db: Database, companyId: string, projectId: string | null): Promise<ExportProject[]> {
  return db.all<ExportProject>(
    "select id, code, name from project where company_id = ?1 and (?2 is null or id = ?2) order by code, id",
    ...[companyId, projectId],
  );
}

/** One project's allocations by date and person, 2,000 at a time. */
export async function* exportAllocations(
  db: Database,
  companyId: string,
  { projectId, from, to }: ExportRange & { readonly projectId: string },
): AsyncGenerator<ExportAllocation> {
  let after: readonly [string, string, number] = ["", "", 0];
  while (true) {
    const page = await db.all<ExportAllocation & { personId: string; n: number; decided: string | null }>(
      pageSql,
      ...[companyId, projectId, from, to, ...after, rowsAtOnce],
    );
    for (const row of page) yield { ...row, ...decisionOf(row.decided) };
    const last = page.at(-1);
    if (last === undefined || page.length < rowsAtOnce) return;
    after = [last.date, last.personId, last.n];
  }
}

const pageSql = `select a.date, a.person_id as personId, a.n, coalesce(p.name, a.person_id) as name,
    p.job_number as jobNumber, a.task_id as task, a.minutes, a.basis, a.place, a.overtime, a.state, a.reasons,
    iif(a.state in ('approved', 'rejected'), (select json_array(coalesce(q.name, d.made_by), d.at, d.reason)
      from decision d left join person q on q.company_id = ?1 and q.id = d.made_by
      where d.company_id = ?1 and d.person_id = a.person_id and d.date = a.date and d.project_id = ?2
        and d.key = ${keySql} order by d.at desc limit 1), null) as decided
  from allocation a left join person p on p.company_id = ?1 and p.id = a.person_id
  where a.company_id = ?1 and a.project_id = ?2 and a.date between ?3 and ?4
    and (a.date, a.person_id, a.n) > (?5, ?6, ?7)
  order by a.date, a.person_id, a.n limit ?8`;

function decisionOf(decided: string | null): Pick<ExportAllocation, "decidedBy" | "decidedAt" | "remark"> {
  const [by, at, remark]: [string | null, Instant | null, string | null] = JSON.parse(decided ?? "[null,null,null]");
  return { decidedBy: by, decidedAt: at, remark };
}

/** Signed minutes booked in the range about a day of a closed period; `project` null is unassigned. */
export interface ExportAdjustment extends ExportPerson {
  readonly date: WorkDate;
  readonly bookedOn: WorkDate;
  readonly project: string | null;
  readonly task: string | null;
  readonly basis: string | null;
  readonly place: string | null;
  readonly overtime: string | null;
  readonly minutes: Minutes;
}

/** Adjustments by the day on which they were booked. */
export function exportAdjustments(db: Database, companyId: string, range: ExportRange): Promise<ExportAdjustment[]> {
  return db.all<ExportAdjustment>(
    `select j.date, j.booked_on as bookedOn, coalesce(p.name, j.person_id) as name, p.job_number as jobNumber,
       v.value ->> 'project' as project, v.value ->> 'task' as task, v.value ->> 'basis' as basis,
       v.value ->> 'place' as place, v.value ->> 'overtime' as overtime, v.value ->> 'minutes' as minutes
     from adjustment j indexed by adjustment_booked cross join json_each(j.parts) v
       left join person p on p.company_id = ?1 and p.id = j.person_id
     where j.company_id = ?1 and j.booked_on between ?3 and ?4 and (?2 is null or v.value ->> 'project' = ?2)
     order by j.booked_on, j.person_id, j.date, j.n, v.key`,
    ...[companyId, range.projectId, range.from, range.to],
  );
}

/** Minutes of a day that no project has. */
export interface ExportUnassigned extends ExportPerson {
  readonly date: WorkDate;
  readonly minutes: Minutes;
}

/** Unassigned minutes by person and date, 500 people at a time. */
export async function* exportUnassigned(
  db: Database,
  companyId: string,
  { from, to }: Pick<ExportRange, "from" | "to">,
): AsyncGenerator<ExportUnassigned> {
  const people = await db.all<{ id: string }>("select id from person where company_id = ?1 order by id", companyId);
  for (let at = 0; at < people.length; at += peopleAtOnce) {
    const some = people.slice(at, at + peopleAtOnce).map(({ id }) => id);
    yield* await db.all<ExportUnassigned>(
      `select w.date, p.name, p.job_number as jobNumber, w.unassigned as minutes
       from json_each(?2) k cross join person p on p.company_id = ?1 and p.id = k.value
         cross join workday w on w.company_id = ?1 and w.person_id = p.id and w.date between ?3 and ?4
       where w.unassigned > 0 order by p.id, w.date`,
      ...[companyId, JSON.stringify(some), from, to],
    );
  }
}
