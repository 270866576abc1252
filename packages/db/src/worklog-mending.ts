import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import type { Step } from "./remote.ts";
import { stands, stepValues } from "./target-run.ts";
import type { KeptForComparison, Look } from "./worklog-comparison.ts";

/** SQL: a row `w` was read back after it was sent, and what was seen of it is not what it should be. */
export const differsSql = `(w.seen_at >= coalesce(w.sent_at, 0) and (w.seen_count, w.seen_minutes) is not (w.minutes > 0, w.minutes))`;

/** Which worklogs of a month are to be mended; null for all that do not agree or have failed. */
export interface MendWish {
  readonly targetId: string;
  readonly runId: string;
  readonly month: string;
  readonly keys: readonly string[] | null;
}

/** Statements that go after the run was opened, and do nothing when it was not: what it mends, and a row of history; `?6` of them is the run. */
export function keepMends(db: Database, author: Author, wish: MendWish): D1PreparedStatement[] {
  const values = [...authorValues(author), wish.targetId, wish.runId, wish.month, JSON.stringify(wish.keys)] as const;
  const isOpen = `exists (select 1 from target_run r where r.company_id = ?1 and r.target_id = ?6 and r.id = ?7
    and r.state = 'running')`;
  const rows = `from worklog w where w.company_id = ?1 and w.target_id = ?6 and w.date between ?8 || '-01' and ?8 || '-31'
    and iif(?9 = 'null', w.state = 'failed' or (w.state = 'done' and ${differsSql}), w.state in ('done', 'failed') and w.key in (select value from json_each(?9)))`;
  return [
    db.prepare(
      `${intoHistory({
        ...{ subject: "'worklog'", id: "?6 || '/' || ?8", action: "'mended'", before: "null" },
        after: `json_object('count', (select count(*) ${rows}))`,
      })} where ${isOpen}`,
      ...values,
    ),
    db.prepare(
      `insert into worklog_mend (company_id, target_id, run_id, key)
       select ?1, ?6, ?7, w.key ${rows} and ${isOpen} on conflict do nothing`,
      ...values,
    ),
  ];
}

/** The next worklog after a key that a run mends and of which it has read records. */
export async function readStrayed(db: Database, look: Look, after: string): Promise<KeptForComparison | null> {
  const [row] = await db.all<KeptForComparison>(
    `select w.key, w.marker, w.person_id as person, w.project_id as project, w.date, w.minutes, w.remote_project as remoteProject,
       w.remote_task as remoteTask, w.remote_person as remotePerson
     from worklog_mend m join worklog w on w.company_id = ?1 and w.target_id = ?2 and w.key = m.key
     where m.company_id = ?1 and m.target_id = ?2 and m.run_id = ?3 and m.key > ?4 and w.state in ('done', 'failed')
       and exists (select 1 from worklog_seen s where s.company_id = ?1 and s.target_id = ?2 and s.run_id = ?3
         and s.marker = w.marker)
     order by m.key limit 1`,
    ...[look.company, look.targetId, look.runId, after],
  );
  return row ?? null;
}

/** A record that was taken away, or not. */
export interface TakenAway {
  readonly outcome: "applied" | "unknown" | "failed";
  readonly problem: string | null;
}

/** A statement that keeps what became of a worklog's records that stood where they should not. */
export function keepTakenAway(
  db: Database,
  step: Step,
  { key, taken }: { readonly key: string; readonly taken: readonly TakenAway[] },
): D1PreparedStatement {
  return db.prepare(
    `insert into worklog_write (company_id, target_id, key, at, n, act, minutes, outcome, problem)
     select ?1, ?2, ?6, ?7, e.key + coalesce((select max(r.n) + 1 from worklog_write r where r.company_id = ?1
         and r.target_id = ?2 and r.key = ?6 and r.at = ?7), 0), 'remove', 0, e.value ->> 'outcome', e.value ->> 'problem'
     from json_each(?5) e where ${stands()}`,
    ...[...stepValues(step.company, step.run), JSON.stringify(taken), key, step.at],
  );
}

/** A statement that makes unknown what a run mends: it is looked for before it is written. */
export function releaseMends(db: Database, step: Step): D1PreparedStatement {
  return db.prepare(
    `update worklog set state = 'unknown', sent_digest = '?', remote_id = null, attempts = 0, next_at = 0, problem = null, field = null,
       sending_at = null, changed_at = ?5
     where company_id = ?1 and target_id = ?2 and state in ('done', 'failed') and ${stands()} and key in (select m.key
       from worklog_mend m where m.company_id = ?1 and m.target_id = ?2 and m.run_id = ?3)`,
    ...[...stepValues(step.company, step.run), step.at],
  );
}

/** How many of what a run mends are still to be sent, and when the last of the others was. */
export async function readSending(
  db: Database,
  look: Look,
): Promise<{ readonly unsent: number; readonly lastSentAt: Instant }> {
  const [row] = await db.all<{ unsent: number | null; lastSentAt: number | null }>(
    `select sum(w.state in ('due', 'sending', 'unknown')) as unsent, max(w.sent_at) as lastSentAt
     from worklog_mend m join worklog w on w.company_id = ?1 and w.target_id = ?2 and w.key = m.key
     where m.company_id = ?1 and m.target_id = ?2 and m.run_id = ?3`,
    ...[look.company, look.targetId, look.runId],
  );
  return { unsent: row?.unsent ?? 0, lastSentAt: row?.lastSentAt ?? 0 };
}
