import type { Instant } from "@today/core/time/minutes";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";

/** An approval as kept; `body` is JSON of what was read of it. A deleted one is no more at DingTalk. */
export interface StoredApproval {
  readonly id: string;
  readonly processCode: string | null;
  readonly kind: "leave" | "overtime" | "trip" | "punch-correction";
  readonly personId: string;
  readonly state: "running" | "agreed" | "refused" | "withdrawn" | "deleted";
  readonly action: "none" | "modify" | "revoke";
  readonly mainId: string;
  readonly modifiedAt: Instant | null;
  readonly body: string;
}

const columns = `i.id, i.process_code as processCode, i.kind, i.person_id as personId, i.state, i.action, i.main_id as mainId,
  i.modified_at as modifiedAt, i.body`;
const isLatest = `i.received_at = (select max(l.received_at) from approval_instance l where l.company_id = ?1 and l.id = i.id)`;

/** The approvals of these ids with all that changed them or that they change, each as it was told last. */
export function readApprovalChains(db: Database, companyId: string, ids: readonly string[]): Promise<StoredApproval[]> {
  return db.all<StoredApproval>(
    `with recursive chain (id) as (
       select value from json_each(?2)
       union select i.main_id from chain c cross join approval_instance i on i.company_id = ?1 and i.id = c.id
       union select i.id from chain c cross join approval_instance i indexed by approval_chain
         on i.company_id = ?1 and i.main_id = c.id)
     select ${columns} from chain c cross join approval_instance i on i.company_id = ?1 and i.id = c.id where ${isLatest}`,
    ...[companyId, JSON.stringify(ids)],
  );
}

/** Of these ids those of approvals that are decided for good; only another approval changes them. */
export async function readDecidedIds(
  db: Database,
  companyId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.all<{ id: string }>(
    `select i.id from json_each(?2) k cross join approval_instance i on i.company_id = ?1 and i.id = k.value
      where ${isLatest} and i.state <> 'running'`,
    ...[companyId, JSON.stringify(ids)],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The ids of approvals that came since an instant. */
export async function readRecentApprovals(db: Database, companyId: string, since: Instant): Promise<string[]> {
  const rows = await db.all<{ id: string }>(
    "select distinct id from approval_instance where company_id = ?1 and received_at >= ?2 limit 2000",
    ...[companyId, since],
  );
  return rows.map(({ id }) => id);
}

/** Statements that keep approvals: a row is added only when it says something else than the one before. */
export function keepApprovals(
  db: Database,
  arrival: Arrival,
  approvals: readonly StoredApproval[],
): D1PreparedStatement[] {
  const rows = approvals.map((one) => [
    ...[one.id, one.processCode, one.kind, one.personId, one.state, one.action, one.mainId, one.modifiedAt, one.body],
  ]);
  return jsonChunks(rows).map((chunk) =>
    db.prepare(
      `with r as materialized (select value ->> 0 as id, value ->> 4 as state, value ->> 8 as body, value as v from json_each(?2))
       insert into approval_instance (company_id, id, received_at, process_code, kind, person_id, state, action, main_id,
         modified_at, body)
       select ?1, r.id, max(?3, coalesce(i.received_at + 1, 0)), v ->> 1, v ->> 2, v ->> 3, r.state, v ->> 5, v ->> 6,
         v ->> 7, r.body
       from r left join approval_instance i on i.company_id = ?1 and i.id = r.id and ${isLatest}
       where i.id is null or i.state <> r.state or i.body <> r.body`,
      ...[arrival.companyId, chunk, arrival.at],
    ),
  );
}
