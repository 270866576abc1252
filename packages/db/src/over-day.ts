import type { WorkDate } from "@today/core/time/date";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";

const gone = 31 * 86_400_000;

/** A statement that marks the days of a range which were settled while they went on and are over now. */
export function markOverDays(
  db: Database,
  arrival: Arrival,
  range: { readonly from: WorkDate; readonly to: WorkDate },
): D1PreparedStatement {
  return db.prepare(
    `insert into dirty_day (company_id, date, person_id, since)
     select ?1, w.date, w.person_id, ?4 from person p cross join workday w
       on w.company_id = ?1 and w.person_id = p.id and w.date between ?2 and ?3
     where p.company_id = ?1 and (p.active = 1 or p.left_at > ?4 - ${gone})
       and w.body like '{"over":false%' and w.body ->> '$.overAt' <= ?4
     on conflict do update set since = max(since + 1, excluded.since)`,
    ...[arrival.companyId, range.from, range.to, arrival.at],
  );
}

/** The people whose settled days of a range lack a punch, by date. */
export async function readOpenDays(
  db: Database,
  companyId: string,
  range: { readonly from: WorkDate; readonly to: WorkDate },
): Promise<{ readonly date: WorkDate; readonly people: string[] }[]> {
  const rows = await db.all<{ date: WorkDate; people: string }>(
    `select w.date, json_group_array(w.person_id) as people from person p cross join workday w
       on w.company_id = ?1 and w.person_id = p.id and w.date between ?2 and ?3
     where p.company_id = ?1 and p.active = 1 and (w.warnings like '%"absent"%' or w.warnings like '%"missing-%')
     group by w.date order by w.date`,
    ...[companyId, range.from, range.to],
  );
  return rows.map(({ date, people }) => ({ date, people: JSON.parse(people) as string[] }));
}
