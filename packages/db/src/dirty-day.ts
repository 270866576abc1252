import type { WorkDate } from "@today/core/time/date";
import type { DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";

/** A day whose facts are newer than its settling. */
export interface DirtyDay extends DayKey {
  /** Changes with every new fact. */
  readonly since: number;
}

const settleable = `d.date <= ?2 and substr(d.date, 1, 4) in (select cast(year as text) from calendar_year
  where company_id = ?1)`;

/** Up to 500 dirty days up to today, of given people or of anybody, oldest first; days of years without calendar are left out. */
export function readDirtyDays(
  db: Database,
  companyId: string,
  wanted: { readonly today: WorkDate; readonly people: readonly string[] | null },
): Promise<DirtyDay[]> {
  const columns = "d.person_id as personId, d.date, d.since";
  if (wanted.people === null) {
    const sql = `select ${columns} from dirty_day d where d.company_id = ?1 and ${settleable} order by d.date limit 500`;
    return db.all<DirtyDay>(sql, companyId, wanted.today);
  }
  return db.all<DirtyDay>(
    `with recursive day (date) as (
       select min(date) from dirty_day where company_id = ?1
       union all
       select (select min(n.date) from dirty_day n where n.company_id = ?1 and n.date > day.date) from day
         where day.date < ?2)
     select ${columns} from day cross join json_each(?3) k cross join dirty_day d
       on d.company_id = ?1 and d.date = day.date and d.person_id = k.value
     where ${settleable} limit 500`,
    ...[companyId, wanted.today, JSON.stringify(wanted.people)],
  );
}

/** Which days of people in a range are not settled yet. */
export function dirtyDaysOf(
  db: Database,
  companyId: string,
  wanted: { readonly personIds: readonly string[]; readonly from: WorkDate; readonly to: WorkDate },
): Promise<DayKey[]> {
  return db.all<DayKey>(
    `with recursive day (date) as (
       select ?3 union all select date(date, '+1 day') from day where date < ?4)
     select d.person_id as personId, d.date from day cross join json_each(?2) k cross join dirty_day d
       on d.company_id = ?1 and d.date = day.date and d.person_id = k.value
     order by d.date`,
    ...[companyId, JSON.stringify(wanted.personIds), wanted.from, wanted.to],
  );
}

/** How many days up to today wait to be settled. */
export async function countDirtyDays(db: Database, companyId: string, today: WorkDate): Promise<number> {
  const rows = await db.all<{ n: number }>(
    `select count(*) as n from calendar_year y cross join dirty_day d on d.company_id = ?1
       and d.date between y.year || '-01-01' and min(?2, y.year || '-12-31') where y.company_id = ?1`,
    ...[companyId, today],
  );
  return rows[0]?.n ?? 0;
}
