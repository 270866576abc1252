import type { ApprovedLeave } from "@today/core/leave-match";
import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** The leave of an approval; `told` says that DingTalk's list of leaves has had it once. */
export interface KeptApprovedLeave extends ApprovedLeave {
  readonly told: boolean;
}

/** The leaves of people that approvals speak of and that touch a window. */
export async function readApprovedLeaves(
  db: Database,
  companyId: string,
  window: { readonly personIds: readonly string[]; readonly from: Instant; readonly to: Instant },
): Promise<KeptApprovedLeave[]> {
  const rows = await db.all<Omit<ApprovedLeave, "holds"> & { holds: number; told: number }>(
    `select a.person_id as personId, a.id, a.from_at as fromAt, a.to_at as toAt, a.holds, a.told
     from json_each(?2) k cross join approved_leave a on a.company_id = ?1 and a.person_id = k.value
     where a.from_at < ?4 and a.to_at > ?3 order by a.id`,
    ...[companyId, JSON.stringify(window.personIds), window.from, window.to],
  );
  return rows.map((row) => ({ ...row, holds: row.holds === 1, told: row.told === 1 }));
}

/** Statements that say which leave each approval speaks of and whether it stands. */
export function keepApprovedLeaves(
  db: Database,
  companyId: string,
  leaves: readonly KeptApprovedLeave[],
): D1PreparedStatement[] {
  const rows = leaves.map((one) => [
    ...[one.personId, one.id, one.fromAt, one.toAt, one.holds ? 1 : 0, one.told ? 1 : 0],
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `insert into approved_leave (company_id, person_id, id, from_at, to_at, holds, told)
       select ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5 from json_each(?2) where true
       on conflict do update set from_at = excluded.from_at, to_at = excluded.to_at, holds = excluded.holds,
         told = max(told, excluded.told)`,
      ...[companyId, chunk],
    ),
  );
}
