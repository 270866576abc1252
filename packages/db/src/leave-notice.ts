import type { WorkDate } from "@today/core/time/date";
import type { Instant, Minutes } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";
import { holdsOn } from "./role.ts";

/** What became of somebody's leave, to be told to those whose projects count on the person. */
export interface LeaveNews {
  readonly kind: "leave" | "leave-changed" | "leave-withdrawn";
  readonly personId: string;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  /** Planned minutes that it takes; null when the shifts are not known yet. */
  readonly minutes: Minutes | null;
  readonly dates: readonly WorkDate[];
  /** How often this leave has come and gone before, so that each time is told once. */
  readonly times: number;
}

const l = `with l as materialized (select value ->> 0 as kind, value ->> 1 as person_id, value ->> 2 as from_at,
    value ->> 3 as to_at, value ->> 4 as minutes, value ->> 5 as dates, value ->> 6 as times from json_each(?2)),
  told (kind, person_id, from_at, to_at, minutes, times, project_id, manager) as (`;

const insert = `)
  insert into notice (company_id, id, person_id, kind, about_id, project_id, body, created_at)
  select distinct ?1, t.kind || '/' || t.person_id || '/' || t.from_at || '-' || t.to_at || '/' || t.times || '/' || t.project_id
      || '/' || t.manager, t.manager, t.kind, t.person_id, t.project_id,
    json_object('from', t.from_at, 'to', t.to_at, 'minutes', t.minutes), ?3
  from told t where true on conflict do nothing`;

// Counted on: planned for the project on a day of the leave, or it is the default one, or hours went there in the last two weeks.
const comingSql = `${l}
  select l.kind, l.person_id, l.from_at, l.to_at, l.minutes, l.times, m.project_id, g.person_id
  from l join json_each(l.dates) d join person q on q.company_id = ?1 and q.id = l.person_id and q.pulled_at > 0
    cross join project_member m on m.company_id = ?1 and m.person_id = q.id and ${holdsOn("m", "d.value")}
    join project p on p.company_id = ?1 and p.id = m.project_id and (p.closed_on is null or p.closed_on >= d.value)
    cross join project_member g indexed by project_member_project on g.company_id = ?1 and g.project_id = m.project_id
      and g.role = 'manager' and g.person_id <> l.person_id and ${holdsOn("g", "?4")}
    join person h on h.company_id = ?1 and h.id = g.person_id and h.active = 1
  where l.kind <> 'leave-withdrawn' and (q.default_project = m.project_id
    or (coalesce(m.planned_from, m.planned_to) is not null and coalesce(m.planned_from, '') <= d.value
      and coalesce(m.planned_to, '9999') >= d.value)
    or exists (select 1 from allocation a where a.company_id = ?1 and a.project_id = m.project_id
      and a.date between date(?4, '-14 days') and ?4 and a.person_id = l.person_id))
  ${insert}`;

const goneSql = `${l}
  select l.kind, l.person_id, l.from_at, l.to_at, l.minutes, l.times, n.project_id, n.person_id
  from l cross join notice n indexed by notice_about on n.company_id = ?1 and n.about_id = l.person_id
    and n.kind in ('leave', 'leave-changed') and n.body ->> 'from' < l.to_at and n.body ->> 'to' > l.from_at
  where l.kind = 'leave-withdrawn'
  ${insert}`;

/**
 * Statements that put notices to managers on the list, one for each leave, project and manager; the same news twice is one. That a
 * leave is withdrawn is told to whom it was told.
 */
export function addLeaveNotices(
  db: Database,
  arrival: Arrival & { readonly today: WorkDate },
  news: readonly LeaveNews[],
): D1PreparedStatement[] {
  const rows = news.map((one) => [
    ...[one.kind, one.personId, one.fromAt, one.toAt, one.minutes, JSON.stringify(one.dates), one.times],
  ]);
  return jsonChunks(rows).flatMap((chunk) => [
    db.prepare(comingSql, arrival.companyId, chunk, arrival.at, arrival.today),
    db.prepare(goneSql, arrival.companyId, chunk, arrival.at),
  ]);
}
