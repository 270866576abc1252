import type { WorkDate } from "@today/core/time/date";
import type { CallTally } from "./call-count.ts";
import type { Database } from "./database.ts";

/** The calls of one API on one day. */
export interface CallDay extends CallTally {
  readonly day: WorkDate;
}

/** The calls of a month, `2026-09`, by day and API, the first day first. */
export function readCallDays(db: Database, companyId: string, month: string): Promise<CallDay[]> {
  return db.all<CallDay>(
    `select day, path, counted, ok, failed from call_count
      where company_id = ?1 and day between ?2 and ?3 order by day, path`,
    ...[companyId, `${month}-01`, `${month}-31`],
  );
}
