import type { Database } from "./database.ts";

/** Calls of one API on one day; `counted` of them use up the monthly quota. */
export interface CallTally {
  readonly path: string;
  readonly counted: number;
  readonly ok: number;
  readonly failed: number;
}

/** A statement that adds calls to a day, `2026-09-14`. */
export function addCalls(
  db: Database,
  day: { readonly companyId: string; readonly date: string },
  calls: readonly CallTally[],
): D1PreparedStatement {
  return db.prepare(
    `insert into call_count (company_id, day, path, counted, ok, failed)
     select ?1, ?2, value ->> 0, value ->> 1, value ->> 2, value ->> 3 from json_each(?3) where true
     on conflict do update set counted = counted + excluded.counted, ok = ok + excluded.ok,
       failed = failed + excluded.failed`,
    ...[
      day.companyId,
      day.date,
      JSON.stringify(calls.map(({ path, counted, ok, failed }) => [path, counted, ok, failed])),
    ],
  );
}

/** How many calls of a month, `2026-09`, used up the quota. */
export async function countedCalls(db: Database, companyId: string, month: string): Promise<number> {
  const rows = await db.all<{ n: number }>(
    "select coalesce(sum(counted), 0) as n from call_count where company_id = ?1 and day between ?2 and ?3",
    ...[companyId, `${month}-01`, `${month}-31`],
  );
  return rows[0]?.n ?? 0;
}
