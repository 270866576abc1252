import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** What a company has come to so far; minutes of all settled days. */
export interface CompanyTotals {
  readonly people: number;
  readonly punches: number;
  readonly workdays: number;
  readonly assigned: Minutes;
  readonly unassigned: Minutes;
}

/** Counts everything once; reads whole tables of the company, so it is for the admin's page only. */
export async function readTotals(db: Database, company: string): Promise<CompanyTotals> {
  const [row] = await db.all<CompanyTotals>(
    `select (select count(*) from person where company_id = ?1 and active = 1) as people,
       (select count(*) from (select 1 from punch where company_id = ?1 group by person_id, work_date, record_id)) as punches,
       count(*) as workdays, coalesce(sum(counted - unassigned), 0) as assigned, coalesce(sum(unassigned), 0) as unassigned
     from workday where company_id = ?1`,
    company,
  );
  return row ?? { people: 0, punches: 0, workdays: 0, assigned: 0, unassigned: 0 };
}
