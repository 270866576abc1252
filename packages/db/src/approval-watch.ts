import type { WorkDate } from "@today/core/time/date";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";

/** An approval that is looked at again: it runs, or (`days`) it lies on days up to `until` whose shifts may still change. */
export interface Watch {
  readonly id: string;
  readonly processCode: string | null;
  readonly reason: "running" | "days";
  readonly until: WorkDate | null;
}

/** Everything that is watched for a reason, oldest first. */
export function readWatches(db: Database, companyId: string, reason: Watch["reason"]): Promise<Watch[]> {
  return db.all<Watch>(
    `select id, process_code as processCode, reason, until from approval_watch where company_id = ?1 and reason = ?2
      order by since limit 2000`,
    ...[companyId, reason],
  );
}

/** Statements that watch approvals, each for what is said last, and no longer watch others. */
export function keepWatches(
  db: Database,
  arrival: Arrival,
  change: { readonly watch: readonly Watch[]; readonly forget: readonly string[] },
): D1PreparedStatement[] {
  const { companyId, at } = arrival;
  const rows = change.watch.map(({ id, processCode, reason, until }) => [id, processCode, reason, until]);
  return [
    db.prepare(
      "delete from approval_watch where company_id = ?1 and id in (select value from json_each(?2))",
      ...[companyId, JSON.stringify(change.forget)],
    ),
    db.prepare(
      `insert into approval_watch (company_id, id, process_code, reason, since, until)
       select ?1, value ->> 0, value ->> 1, value ->> 2, ?3, value ->> 3 from json_each(?2) where true
       on conflict do update set reason = excluded.reason, until = excluded.until,
         process_code = coalesce(excluded.process_code, process_code)`,
      ...[companyId, JSON.stringify(rows), at],
    ),
  ];
}
