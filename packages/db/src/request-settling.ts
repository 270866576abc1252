import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { jsonChunks } from "./json-rows.ts";
import type { ReceivedPunch } from "./punch.ts";

/** Who answers when DingTalk's own correction came first. */
const dingtalk = "dingtalk";

const corrections: ReadonlySet<string | null> = new Set(["APPROVE", "BOSS"]);

// A correction that was known before somebody asked does not answer them when it is pulled again.
const settled = `from json_each(?2) came cross join request r on r.company_id = ?1 and r.person_id = came.value ->> 0
    and r.date = came.value ->> 1 and r.kind = came.value ->> 2 and r.state = 'waiting'
  where (select min(p.received_at) from punch p where p.company_id = ?1 and p.person_id = r.person_id
    and p.work_date = r.date and p.record_id = came.value ->> 3 and p.valid = 1) >= r.made_at`;

/**
 * Statements that settle waiting requests for a clock-in or clock-out which DingTalk has corrected itself (补卡); they belong into
 * the transaction that keeps the punches, after them.
 */
export function settleRequests(
  db: Database,
  arrival: Arrival,
  punches: readonly ReceivedPunch[],
): D1PreparedStatement[] {
  const rows = punches
    .filter(({ valid, type, sourceType }) => valid && type !== null && corrections.has(sourceType))
    .map(({ personId, date, type, recordId }) => [personId, date, type === "on" ? "clock-in" : "clock-out", recordId]);
  return jsonChunks(rows).flatMap((chunk) => {
    const values = [arrival.companyId, chunk] as const;
    return [
      db.prepare(
        `insert into history (company_id, at, actor, channel, subject, subject_id, action, before, after)
         select ?1, ?3, '${dingtalk}', '${dingtalk}', 'request', r.id, 'settle', json_object('state', r.state),
           json_object('state', 'settled', 'personId', r.person_id, 'date', r.date, 'kind', r.kind)
         from request r where r.company_id = ?1 and r.id in (select r.id ${settled})`,
        ...values,
        arrival.at,
      ),
      db.prepare(
        `insert into request_answer (company_id, request_id, n, verdict, at, made_by, channel)
         select ?1, r.id, (select count(*) + 1 from request_answer n where n.company_id = ?1 and n.request_id = r.id),
           'settled', ?3, '${dingtalk}', '${dingtalk}'
         from request r where r.company_id = ?1 and r.id in (select r.id ${settled})`,
        ...values,
        arrival.at,
      ),
      db.prepare(
        `update request set state = 'settled' where company_id = ?1 and id in (select r.id ${settled})`,
        ...values,
      ),
    ];
  });
}
