import type { DayKey } from "./arrival.ts";
import type { Database } from "./database.ts";

/** A day whose worklogs are to be planned anew. */
export interface MarkedDay extends DayKey {
  /** Changes with whatever marks the day again. */
  readonly since: number;
}

/** How many marked days are planned in one transaction. */
export const plannedAtOnce = 500;

/** Up to 500 marked days, the oldest first. */
export function readMarkedDays(db: Database, companyId: string): Promise<MarkedDay[]> {
  return db.all<MarkedDay>(
    `select person_id as personId, date, since from worklog_day where company_id = ?1
     order by date, person_id limit ${plannedAtOnce}`,
    companyId,
  );
}

/** Whether any day waits to be planned. */
export async function hasMarkedDays(db: Database, companyId: string): Promise<boolean> {
  const rows = await db.all("select 1 from worklog_day where company_id = ?1 limit 1", companyId);
  return rows.length > 0;
}

/** The statement that takes marks off again, except where a day was marked once more meanwhile. */
export function unmarkDays(db: Database, companyId: string, days: readonly MarkedDay[]): D1PreparedStatement {
  const marks = days.map(({ date, personId, since }) => [date, personId, since]);
  return db.prepare(
    `delete from worklog_day where company_id = ?1 and (date, person_id, since) in
       (select value ->> 0, value ->> 1, value ->> 2 from json_each(?2))`,
    ...[companyId, JSON.stringify(marks)],
  );
}
