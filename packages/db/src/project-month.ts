import type { Database } from "./database.ts";
import { amountSql, percentSql, rateSql } from "./price.ts";

const monthsAtOnce = 8;

/**
 * Counts the marked months of a project, or of all with null, anew from allocations, adjustments and rates: eight months in
 * one transaction, in which their marks go too. A month marked again meanwhile stays marked.
 */
export async function refreshMonths(db: Database, companyId: string, projectId: string | null): Promise<void> {
  const marked = await db.all<{ project: string; month: string }>(
    `select project_id as project, month from stale_month where company_id = ?1 and (?2 is null or project_id = ?2)`,
    ...[companyId, projectId],
  );
  for (let at = 0; at < marked.length; at += monthsAtOnce) {
    const some = marked.slice(at, at + monthsAtOnce).map(({ project, month }) => [project, month]);
    await db.batch(refreshing.map((sql) => db.prepare(sql, companyId, JSON.stringify(some))));
  }
}

/** How many months wait to be counted. */
export async function countStaleMonths(db: Database, companyId: string): Promise<number> {
  const [row] = await db.all<{ n: number }>("select count(*) as n from stale_month where company_id = ?1", companyId);
  return row?.n ?? 0;
}

const marked = `select s.project_id, s.month from json_each(?2) w cross join stale_month s
  on s.company_id = ?1 and s.project_id = w.value ->> 0 and s.month = w.value ->> 1`;

const booked = `select w.project_id, w.month, a.person_id, a.date, a.task_id, a.place, a.overtime, a.state, a.minutes,
    0 as before
  from wanted w cross join allocation a on a.company_id = ?1 and a.project_id = w.project_id
    and a.date between w.month || '-01' and w.month || '-31'`;

// What is adjusted counts in the month it was booked in and costs what it adds to the minutes before it.
const adjusted = `select w.project_id, w.month, j.person_id, j.date, p.value ->> 'task', p.value ->> 'place',
    p.value ->> 'overtime', 'approved', p.value ->> 'minutes',
    coalesce((select sum(a.minutes) from allocation a where a.company_id = ?1 and a.project_id = w.project_id
      and a.date = j.date and a.person_id = j.person_id and a.task_id is p.value ->> 'task'
      and a.basis = p.value ->> 'basis' and a.place = p.value ->> 'place' and a.overtime is p.value ->> 'overtime'), 0)
    + coalesce((select sum(q.value ->> 'minutes') from adjustment e cross join json_each(e.parts) q
      where e.company_id = ?1 and e.person_id = j.person_id and e.date = j.date and e.n < j.n
        and q.value ->> 'project' = w.project_id and q.value ->> 'task' is p.value ->> 'task'
        and q.value ->> 'basis' = p.value ->> 'basis' and q.value ->> 'place' = p.value ->> 'place'
        and q.value ->> 'overtime' is p.value ->> 'overtime'), 0)
  from wanted w cross join adjustment j indexed by adjustment_booked on j.company_id = ?1
      and j.booked_on between w.month || '-01' and w.month || '-31'
    cross join json_each(j.parts) p on p.value ->> 'project' = w.project_id`;

const fen = `${amountSql("(before + minutes)", "rate", "percent")} - ${amountSql("before", "rate", "percent")}`;

const refreshing = [
  `delete from project_month where company_id = ?1 and (project_id, month) in (${marked})`,
  `with wanted as materialized (${marked}),
     parts as (${booked} union all ${adjusted}),
     priced as materialized (select *, ${rateSql("b.person_id", "b.date")} as rate,
       ${percentSql("b.overtime", "b.person_id", "b.date")} as percent from parts b)
   insert into project_month (company_id, project_id, month, person_id, task_id, place, overtime, state, minutes, fen, unrated)
   select ?1, project_id, month, person_id, coalesce(task_id, ''), place, coalesce(overtime, ''), state,
     sum(minutes), sum(${fen}), coalesce(sum(minutes) filter (where rate is null), 0)
   from priced group by 2, 3, 4, 5, 6, 7, 8 having sum(minutes) <> 0 or sum(${fen}) <> 0`,
  `delete from stale_month where company_id = ?1 and (project_id, month) in
     (select value ->> 0, value ->> 1 from json_each(?2))`,
];
