import type { Booked } from "@today/core/adjustment";
import type { OvertimeKind } from "@today/core/allocation";
import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import type { PeriodRow } from "./period.ts";
import type { PersonBrief } from "./person.ts";

/** What a period comes to; approved + rejected + waiting = counted, for the waiting hold the unassigned. */
export interface Figures {
  readonly planned: Minutes;
  readonly attended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly counted: Minutes;
  readonly leave: Minutes;
  readonly unassigned: Minutes;
  readonly approved: Minutes;
  readonly rejected: Minutes;
  readonly waiting: Minutes;
  readonly overtime: Readonly<Record<OvertimeKind, Minutes>>;
}

/** A person's line of the sheet; `days` are those with attendance. */
export interface SheetRow extends Figures {
  readonly person: PersonBrief;
  readonly days: number;
}

/** What a late fact changed of a closed day: signed minutes. */
export interface AdjustmentRow {
  readonly person: PersonBrief;
  readonly date: WorkDate;
  readonly bookedOn: WorkDate;
  readonly at: Instant;
  readonly counted: Minutes;
  readonly attended: Minutes;
  readonly overtimeApproved: Minutes;
  readonly unassigned: Minutes;
  readonly parts: readonly Booked[];
}

const ofDays = ["planned", "attended", "overtime_approved", "counted", "leave", "unassigned"];

const ofAllocations = {
  approved: "a.state in ('automatic', 'approved')",
  rejected: "a.state = 'rejected'",
  open: "a.state in ('waiting', 'running')",
  workday: "a.overtime = 'workday'",
  rest: "a.overtime = 'rest'",
  statutory: "a.overtime = 'statutory'",
};

const allocated = Object.entries(ofAllocations).map(
  ([name, condition]) => `sum(a.minutes) filter (where ${condition}) as ${name}`,
);

/** SQL: a person a row, `person_id` and `figures` as JSON, of the days from `first` to `last`; `?1` is the company. */
export function summarySql(first: string, last: string): string {
  const days = `select w.person_id, sum(w.attended > 0) as days, ${ofDays.map((name) => `sum(w.${name}) as ${name}`).join(", ")}
    from person p cross join workday w on w.company_id = ?1 and w.person_id = p.id and w.date between ${first} and ${last}
    where p.company_id = ?1 group by w.person_id`;
  const hours = `select a.person_id, ${allocated.join(", ")} from project j cross join allocation a
      on a.company_id = ?1 and a.project_id = j.id and a.date between ${first} and ${last}
    where j.company_id = ?1 group by a.person_id`;
  return `select d.person_id, json_object('planned', d.planned, 'attended', d.attended,
      'overtimeApproved', d.overtime_approved, 'counted', d.counted, 'leave', d.leave, 'unassigned', d.unassigned,
      'approved', coalesce(h.approved, 0), 'rejected', coalesce(h.rejected, 0),
      'waiting', coalesce(h.open, 0) + d.unassigned, 'overtime', json_object('workday', coalesce(h.workday, 0),
      'rest', coalesce(h.rest, 0), 'statutory', coalesce(h.statutory, 0)), 'days', d.days) as figures
    from (${days}) d left join (${hours}) h on h.person_id = d.person_id`;
}

const summed = ["planned", "attended", "overtimeApproved", "counted", "leave", "unassigned", "approved", "rejected"];

/** SQL: the sum over rows with `figures`, as JSON with the number of `people`. */
export function totalsSql(rows: string): string {
  const sum = (path: string) => `coalesce(sum(s.figures ->> '$.${path}'), 0)`;
  const overtime = ["workday", "rest", "statutory"].map((kind) => `'${kind}', ${sum(`overtime.${kind}`)}`);
  return `select json_object('people', count(*), ${[...summed, "waiting"].map((name) => `'${name}', ${sum(name)}`).join(", ")},
    'overtime', json_object(${overtime.join(", ")})) from (${rows}) s`;
}

/** SQL: the rows that were kept with a closing; `?1` is the company. */
export function keptSql(period: string, closing: string): string {
  return `select k.person_id, k.figures from period_sheet k
    where k.company_id = ?1 and k.period_id = ${period} and k.closing = ${closing}`;
}

/** What a period comes to, kept when it is closed, else as it stands; and its sum. */
export async function readSheet(db: Database, company: string, period: PeriodRow): Promise<SheetRow[]> {
  const closed = period.state === "closed";
  const rows = closed ? keptSql("?2", "?3") : summarySql("?2", "?3");
  const values = closed ? [period.id, period.closing] : [period.first, period.last];
  const found = await db.all<{ id: string; name: string | null; title: string | null; figures: string }>(
    `select s.person_id as id, q.name, q.title, s.figures from (${rows}) s
       left join person q on q.company_id = ?1 and q.id = s.person_id order by q.name, s.person_id`,
    ...[company, ...values],
  );
  return found.map(({ id, name, title, figures }) => ({
    person: { id, name: name ?? id, title },
    ...(JSON.parse(figures) as Figures & { readonly days: number }),
  }));
}

/** The adjustments that are booked in a period or are about one of its days. */
export async function readAdjustments(
  db: Database,
  company: string,
  { first, last }: Pick<PeriodRow, "first" | "last">,
): Promise<AdjustmentRow[]> {
  const rows = await db.all<
    Omit<AdjustmentRow, "person" | "parts"> & { id: string; name: string; parts: string; title: string | null }
  >(
    `select q.id, q.name, q.title, a.date, a.booked_on as bookedOn, a.at, a.counted, a.attended,
       a.overtime_approved as overtimeApproved, a.unassigned, a.parts from
       (select b.* from adjustment b where b.company_id = ?1 and b.booked_on between ?2 and ?3
        union all select b.* from person p cross join adjustment b on b.company_id = ?1 and b.person_id = p.id
          and b.date between ?2 and ?3 where p.company_id = ?1 and b.booked_on not between ?2 and ?3) a
       join person q on q.company_id = ?1 and q.id = a.person_id
     order by a.at, a.date, q.name, q.id, a.n`,
    ...[company, first, last],
  );
  return rows.map(({ id, name, title, parts, ...row }) => ({
    ...row,
    person: { id, name, title },
    parts: JSON.parse(parts),
  }));
}
