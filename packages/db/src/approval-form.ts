import type { Instant } from "@today/core/time/minutes";
import type { StoredApproval } from "./approval-instance.ts";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";

/** A form that approvals are written on; `kind` null is none of attendance. What somebody chose is never read over. */
export interface ApprovalForm {
  readonly processCode: string;
  readonly title: string;
  readonly kind: StoredApproval["kind"] | null;
}

/** The forms known, with the last time that DingTalk was asked for them all; null when it never was. */
export async function readForms(
  db: Database,
  companyId: string,
): Promise<{ readonly forms: readonly ApprovalForm[]; readonly askedAt: Instant | null }> {
  const forms = await db.all<ApprovalForm & { seenAt: number }>(
    `select process_code as processCode, title, kind, seen_at as seenAt from approval_form where company_id = ?1
      order by process_code`,
    companyId,
  );
  return { forms, askedAt: forms.length === 0 ? null : Math.max(...forms.map(({ seenAt }) => seenAt)) };
}

/** A statement that keeps forms as DingTalk tells them. */
export function keepForms(db: Database, arrival: Arrival, forms: readonly ApprovalForm[]): D1PreparedStatement {
  return db.prepare(
    `insert into approval_form (company_id, process_code, title, kind, seen_at)
     select ?1, value ->> 'processCode', value ->> 'title', value ->> 'kind', ?3 from json_each(?2) where true
     on conflict do update set seen_at = excluded.seen_at, title = iif(excluded.title = '', title, excluded.title),
       kind = iif(chosen_by is null, coalesce(excluded.kind, kind), kind)`,
    ...[arrival.companyId, JSON.stringify(forms), arrival.at],
  );
}
