import type { Database } from "./database.ts";
import { type Author, intoHistory } from "./history.ts";
import type { PeriodRow } from "./period.ts";
import { periodValues } from "./period-check.ts";
import { periodState } from "./period-move.ts";
import { holds } from "./role.ts";

/** What asking came to: the second person opened it, the first one is noted, or nothing was written. */
export type ReopeningOutcome = "opened" | "asked" | "none";

const mine = `p.company_id = ?1 and p.id = ?6 and p.state = 'closed' and p.last = ?8 and p.first = ?7`;
const asked = "exists (select 1 from period_reopening r where r.company_id = ?1 and r.period_id = ?6 and r.asked_by";

/**
 * Asks for a closed period to be opened again. The first who asks is noted; when somebody else asks too it is open for approvers,
 * and its days with adjustments are marked to be settled again. One transaction.
 */
export async function writeReopening(
  db: Database,
  author: Author,
  { period, reason }: { readonly period: PeriodRow; readonly reason: string },
): Promise<ReopeningOutcome> {
  const values = [...periodValues(author, period), reason] as const;
  const withoutReason = values.slice(0, 8);
  const second = `from period p where ${mine} and ${asked} <> ?2) and ${holds("hr", "finance")}`;
  const first = `from period p where ${mine} and not ${asked} is not null) and ${holds("hr", "finance")}`;
  const about = { subject: "'period'", id: "p.id", before: periodState, reason: "?9" };
  const opening = "json_object('state', 'open-for-approvers', 'version', p.version + 1)";
  const results = await db.batch([
    db.prepare(`${intoHistory({ ...about, action: "'reopened'", after: opening })} ${second}`, ...values),
    db.prepare(
      `insert into dirty_day (company_id, date, person_id, since)
       select distinct ?1, a.date, a.person_id, ?4 from person q cross join adjustment a on a.company_id = ?1
         and a.person_id = q.id and a.date between ?7 and ?8
       where q.company_id = ?1 and exists (select 1 ${second})
       on conflict do update set since = max(since + 1, excluded.since)`,
      ...withoutReason,
    ),
    db.prepare(
      `update period set state = 'open-for-approvers', version = version + 1, changed_at = ?4, changed_by = ?2
       where company_id = ?1 and id = ?6 and exists (select 1 ${second})`,
      ...withoutReason,
    ),
    db.prepare(
      `delete from period_reopening where company_id = ?1 and period_id = ?2
         and exists (select 1 from period p where p.company_id = ?1 and p.id = ?2 and p.state <> 'closed')`,
      ...[author.company, period.id],
    ),
    db.prepare(`${intoHistory({ ...about, action: "'ask-reopening'", after: periodState })} ${first}`, ...values),
    db.prepare(
      `insert into period_reopening (company_id, period_id, asked_by, asked_at, reason) select ?1, ?6, ?2, ?4, ?9 ${first}`,
      ...values,
    ),
  ]);
  if ((results[2]?.meta.changes ?? 0) > 0) return "opened";
  return results[5]?.meta.changes === 1 ? "asked" : "none";
}

/** Takes back that somebody asked for a period to be opened again; a repeat changes nothing. */
export async function removeReopening(db: Database, author: Author, period: PeriodRow): Promise<void> {
  const values = periodValues(author, period);
  const free = `from period p where ${mine} and ${asked} is not null) and ${holds("hr", "finance")}`;
  const history = intoHistory({
    ...{ subject: "'period'", id: "p.id", action: "'withdraw-reopening'", before: periodState, after: periodState },
  });
  await db.batch([
    db.prepare(`${history} ${free}`, ...values),
    db.prepare(
      `delete from period_reopening where company_id = ?1 and period_id = ?6 and exists (select 1 ${free})`,
      ...values,
    ),
  ]);
}
