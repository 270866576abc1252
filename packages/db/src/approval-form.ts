import type { Instant } from "@today/core/time/minutes";
import type { StoredApproval } from "./approval-instance.ts";
import type { Arrival } from "./arrival.ts";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

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
  const askedAt = Math.max(0, ...forms.map(({ seenAt }) => seenAt));
  return { forms, askedAt: askedAt === 0 ? null : askedAt };
}

/** A statement that keeps forms as DingTalk tells them; those that an event named alone are kept `at` 0. */
export function keepForms(db: Database, arrival: Arrival, forms: readonly ApprovalForm[]): D1PreparedStatement {
  return db.prepare(
    `insert into approval_form (company_id, process_code, title, kind, seen_at)
     select ?1, value ->> 'processCode', value ->> 'title', value ->> 'kind', ?3 from json_each(?2) where true
     on conflict do update set seen_at = max(seen_at, excluded.seen_at), title = iif(excluded.title = '', title, excluded.title),
       kind = iif(chosen_by is null, coalesce(excluded.kind, kind), kind)`,
    ...[arrival.companyId, JSON.stringify(forms), arrival.at],
  );
}

/** What a night has to ask of approvals: so many forms, null when they are not known yet, and so many approvals of a day or open ones. */
export async function countApprovalLoad(
  db: Database,
  companyId: string,
  since: Instant,
): Promise<{ readonly forms: number | null; readonly came: number; readonly running: number }> {
  const rows = await db.all<{ forms: number | null; came: number; running: number }>(
    `select (select iif(max(seen_at) > 0, sum(kind in ('overtime', 'trip')), null) from approval_form where company_id = ?1) as forms,
       (select count(distinct id) from approval_instance where company_id = ?1 and received_at >= ?2
         and kind in ('overtime', 'trip')) as came,
       (select count(*) from approval_watch where company_id = ?1 and reason = 'running') as running`,
    ...[companyId, since],
  );
  return rows[0] ?? { forms: null, came: 0, running: 0 };
}

/** Says what a form is about, `none` for nothing of attendance; a form that DingTalk has not told of may be named. A repeat changes nothing. */
export async function writeFormKind(
  db: Database,
  author: Author,
  wish: { readonly processCode: string; readonly kind: StoredApproval["kind"] | null },
): Promise<void> {
  const values = [...authorValues(author), wish.processCode, wish.kind] as const;
  const own = "f.company_id = ?1 and f.process_code = ?6";
  const free = `${holds("admin")} and not exists (select 1 from approval_form f where ${own} and f.kind is ?7 and f.chosen_by is not null)`;
  const history = intoHistory({
    ...{ subject: "'approval-form'", id: "?6", action: "'set'" },
    before: `(select json_object('kind', f.kind) from approval_form f where ${own})`,
    after: "json_object('kind', ?7)",
  });
  await db.batch([
    db.prepare(`${history} where ${free}`, ...values),
    db.prepare(
      `insert into approval_form (company_id, process_code, title, kind, seen_at, chosen_by)
       select ?1, ?6, '', ?7, 0, ?2 where ${free}
       on conflict do update set kind = excluded.kind, chosen_by = excluded.chosen_by`,
      ...values,
    ),
  ]);
}
