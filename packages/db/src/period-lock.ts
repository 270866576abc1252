import type { Period } from "@today/core/period";
import type { WorkDate } from "@today/core/time/date";
import type { Database } from "./database.ts";
import { type Reader, readerValues } from "./role.ts";

/** The places of a statement's values, `{ date: "?7", person: "?2", by: "?2", today: "?11" }`; `?1` is the company. */
interface LockPlaces {
  readonly date: string;
  /** Whose day it is. */
  readonly person: string;
  /** Who changes it. */
  readonly by: string;
  readonly today: string;
}

/** SQL: only approvers may change something on the date, and `by` is none, nor is the day's person let in by grace. */
export function lockedOn({ date, person, by, today }: LockPlaces): string {
  return `exists (select 1 from period l indexed by period_approving where l.company_id = ?1
    and l.state = 'open-for-approvers' and l.last >= ${date} and l.first <= ${date} and not ${approves(by, today)}
    and not exists (select 1 from period_grace g where g.company_id = ?1 and g.period_id = l.id and g.person_id = ${person}
      and g.until >= ${today}))`;
}

/** The moved periods a date lies in, whether the reader is an approver, and until when the day's person has grace. */
export async function readLock(
  db: Database,
  reader: Reader,
  day: { readonly date: WorkDate; readonly person: string },
): Promise<{ readonly periods: Period[]; readonly approver: boolean; readonly graceUntil: WorkDate | null }> {
  const rows = await db.all<Period & { readonly approver: number; readonly graceUntil: WorkDate | null }>(
    `select l.first, l.last, l.state, ${approves("?2", "?3")} as approver, g.until as graceUntil from period l
       left join period_grace g on g.company_id = ?1 and g.period_id = l.id and g.person_id = ?5
     where l.company_id = ?1 and l.first <= ?4 and l.last >= ?4`,
    ...[...readerValues(reader), day.date, day.person],
  );
  return {
    periods: rows.map(({ first, last, state }) => ({ first, last, state })),
    approver: rows[0]?.approver === 1,
    graceUntil: rows.map((row) => row.graceUntil).find((until) => until !== null) ?? null,
  };
}

/** SQL: the person is of hr or manages a project today. */
function approves(by: string, today: string): string {
  return `(exists (select 1 from role_grant h where h.company_id = ?1 and h.person_id = ${by} and h.role = 'hr')
    or exists (select 1 from project_member h where h.company_id = ?1 and h.person_id = ${by} and h.role = 'manager'
      and (h.starts_on is null or h.starts_on <= ${today}) and (h.ends_on is null or h.ends_on >= ${today})))`;
}
