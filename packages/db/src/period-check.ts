import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues } from "./history.ts";
import type { PeriodRow } from "./period.ts";
import type { PersonBrief } from "./person.ts";

/** What is looked at before a period is closed. */
export type CheckKind =
  | "not-settled"
  | "missing-punch"
  | "unassigned"
  | "overtime-waiting"
  | "request-waiting"
  | "allocation-waiting"
  | "allocation-rejected"
  | "differs"
  | "worklog-undelivered"
  | "grace-running";

/** One thing that is open, with what a button needs to mend it. */
export interface CheckItem {
  readonly person: PersonBrief | null;
  readonly date: WorkDate | null;
  readonly project: string | null;
  readonly minutes: Minutes | null;
  readonly what: string | null;
  readonly requestId: string | null;
  readonly allocation: { readonly key: string; readonly minutes: Minutes } | null;
  readonly proposal: { readonly start: Minutes; readonly end: Minutes } | null;
}

/** What a check found; up to 50 of it as items. */
export interface CheckResult {
  readonly kind: CheckKind;
  readonly count: number;
  readonly items: readonly CheckItem[];
}

interface Check {
  readonly kind: CheckKind;
  /**
   * SQL of `person`, `date`, `project`, `minutes`, `what`, `request` and `key`, a row a finding, under the values of
   * `periodValues`.
   */
  readonly rows: string;
  /** SQL: the same of a settled day `w` that is over; such days are gone through once for all checks. */
  readonly day?: string;
}

const mostItems = 50;

const settledDays = `from person p cross join workday w on w.company_id = ?1 and w.person_id = p.id`;

const ofRequest = `from request r indexed by request_day where r.company_id = ?1 and r.person_id = w.person_id
  and r.date = w.date`;

const missing = `(w.warnings like '%"absent"%' or w.warnings like '%"missing-%')
  and not exists (select 1 ${ofRequest} and r.kind = 'note' and r.state in ('accepted', 'settled'))`;

const missingWhat = `(select value from json_each(w.warnings) where value in ('absent', 'missing-in', 'missing-out') limit 1)`;

const asked = `(select r.id ${ofRequest} and r.state = 'waiting' and r.kind in ('clock-in', 'clock-out', 'note') limit 1)`;

// The last two days only: what began earlier is over by now.
const notSettled = `select d.person_id as person, d.date, null as project, null as minutes, null as what, null as request,
    null as key
  from dirty_day d where d.company_id = ?1 and d.date between ?7 and min(?8, ?3)
  union all select w.person_id, w.date, null, null, 'running', null, null ${settledDays}
    and w.date between max(?7, date(?8, '-1 day')) and ?8
  where p.company_id = ?1 and ?8 < ?3 and w.body like '{"over":false%' and not exists
    (select 1 from dirty_day d where d.company_id = ?1 and d.date = w.date and d.person_id = w.person_id)`;

// What waits for a yes alone is among the allocations that wait.
const undelivered = `select w.person_id as person, w.date, w.project_id as project, iif(w.state = 'held', w.waiting, w.minutes) as minutes,
    case w.state when 'held' then w.held when 'failed' then 'undelivered-failed' else 'undelivered-due' end as what,
    null as request, null as key
  from target t cross join worklog w indexed by worklog_date
  where t.company_id = ?1 and t.state = 'on' and w.company_id = ?1 and w.target_id = t.id and w.date between ?7 and ?8
    and (w.state in ('due', 'sending', 'unknown', 'failed') or (w.state = 'held' and w.held is not 'not-approved'))`;

const checks: readonly Check[] = [
  { kind: "not-settled", rows: notSettled },
  { kind: "missing-punch", ...ofDays(missing, { what: missingWhat, request: asked }) },
  { kind: "unassigned", ...ofDays("w.unassigned > 0", { minutes: "w.unassigned" }) },
  { kind: "overtime-waiting", rows: requestsWhere("r.kind = 'overtime'") },
  { kind: "request-waiting", rows: requestsWhere("r.kind <> 'overtime'") },
  { kind: "allocation-waiting", rows: allocationsIn("waiting") },
  { kind: "allocation-rejected", rows: allocationsIn("rejected") },
  {
    kind: "differs",
    rows: `select d.person_id as person, d.date, null as project, d.ours as minutes, d.figure as what, null as request,
        null as key
      from difference d indexed by difference_open
      where d.company_id = ?1 and d.state = 'open' and d.date between ?7 and ?8`,
  },
  { kind: "worklog-undelivered", rows: undelivered },
  {
    kind: "grace-running",
    rows: `select g.person_id as person, g.until as date, null as project, null as minutes, g.reason as what, null as request,
        null as key
      from period_grace g where g.company_id = ?1 and g.period_id = ?6 and g.until >= ?3 and ?8 >= ?7`,
  },
];

function ofDays(day: string, { minutes = "null", what = "null", request = "null" }): Pick<Check, "rows" | "day"> {
  const columns = `w.person_id as person, w.date, null as project, ${minutes} as minutes, ${what} as what,
    ${request} as request, null as key`;
  return { day, rows: `select ${columns} ${overDaysWhere(day)}` };
}

function overDaysWhere(condition: string): string {
  return `${settledDays} and w.date between ?7 and ?8
    where p.company_id = ?1 and (${condition}) and w.body like '{"over":true%'`;
}

function requestsWhere(condition: string): string {
  return `select r.person_id as person, r.date, r.project_id as project, r.effect ->> '$.minutes' as minutes, r.kind as what,
      r.id as request, null as key
    from request r indexed by request_waiting
    where r.company_id = ?1 and r.state = 'waiting' and r.date between ?7 and ?8 and ${condition}`;
}

function allocationsIn(state: "rejected" | "waiting"): string {
  return `select a.person_id as person, a.date, a.project_id as project, a.minutes, a.reasons ->> '$[0]' as what,
      null as request, coalesce(a.task_id, '') || '|' || a.basis || '|' || a.place || '|' || coalesce(a.overtime, '') as key
    from allocation a indexed by allocation_${state}
    where a.company_id = ?1 and a.state = '${state}' and a.date between ?7 and ?8`;
}

/** The first eight values of every statement about a period: an author's, `?6` its id, `?7` its first and `?8` its last day. */
export function periodValues(author: Author, period: Pick<PeriodRow, "id" | "first" | "last">) {
  return [...authorValues(author), period.id, period.first, period.last] as const;
}

/** SQL: how many things each check finds, as JSON `{"unassigned": 3}`; those that find nothing are left out. */
export const countsSql = `select json_patch('{}', json_object(${checks
  .map(({ kind, rows }) => `'${kind}', nullif((select count(*) from (${rows})), 0)`)
  .join(", ")}))`;

/** SQL: no check finds anything, beside days that are not settled. */
export const cleanSql = [
  overDaysWhere(checks.flatMap(({ day }) => (day === undefined ? [] : [`(${day})`])).join(" or ")),
  ...checks.flatMap(({ kind, rows, day }) => (day === undefined && kind !== "not-settled" ? [`from (${rows})`] : [])),
]
  .map((found) => `not exists (select 1 ${found})`)
  .join(" and ");

/** SQL: every day of the period is settled; without it nothing is closed, whatever is left open. */
export const settledSql = `not exists (${notSettled})`;

/** What is open in a period, a result for each check, in their order. */
export async function runChecks(db: Database, author: Author, period: PeriodRow): Promise<CheckResult[]> {
  const values = periodValues(author, period);
  const results = await db.batch(
    checks.map(({ rows }) =>
      db.prepare(
        `select x.*, q.name, q.title,
           iif(x.what = 'missing-out', (select w.body ->> '$.proposals[0]' from workday w where w.company_id = ?1
             and w.person_id = x.person and w.date = x.date), null) as proposal
         from (select *, count(*) over () as total from (${rows}) order by date, person limit ${mostItems}) x
           left join person q on q.company_id = ?1 and q.id = x.person
         order by x.date, x.person`,
        ...values,
      ),
    ),
  );
  return checks.map(({ kind }, n) => {
    const found = (results[n]?.results ?? []) as unknown as FoundRow[];
    return { kind, count: found[0]?.total ?? 0, items: found.map(itemOf) };
  });
}

/** How many things each check finds: `{ unassigned: 3 }`. */
export async function countOpen(db: Database, author: Author, period: PeriodRow): Promise<Record<string, number>> {
  const [row] = await db.all<{ counts: string }>(`select (${countsSql}) as counts`, ...periodValues(author, period));
  return JSON.parse(row?.counts ?? "{}");
}

interface FoundRow {
  readonly person: string | null;
  readonly name: string | null;
  readonly title: string | null;
  readonly date: WorkDate | null;
  readonly project: string | null;
  readonly minutes: Minutes | null;
  readonly what: string | null;
  readonly request: string | null;
  readonly key: string | null;
  readonly proposal: string | null;
  readonly total: number;
}

function itemOf({ person, name, title, request, key, proposal, ...row }: FoundRow): CheckItem {
  const { date, project, minutes, what } = row;
  return {
    person: person === null ? null : { id: person, name: name ?? person, title },
    ...{ date, project, minutes, what, requestId: request },
    allocation: key === null || minutes === null ? null : { key, minutes },
    proposal: proposal === null ? null : intervalOf(JSON.parse(proposal)),
  };
}

function intervalOf({ start, end }: { readonly start: Minutes; readonly end: Minutes }) {
  return { start, end };
}
