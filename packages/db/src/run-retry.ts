import type { Database } from "./database.ts";
import { type Author, authorValues, intoHistory } from "./history.ts";
import { holds } from "./role.ts";

/** A batch as an administrator sees it: how many people it is about, not who. */
export interface BatchState {
  readonly n: number;
  readonly state: "waiting" | "done" | "failed";
  readonly attempts: number;
  readonly problem: string | null;
  readonly people: number | null;
}

/** Up to 200 batches of a run, those that failed first. */
export function readBatches(db: Database, companyId: string, runId: string): Promise<BatchState[]> {
  return db.all<BatchState>(
    `select n, state, attempts, problem, json_array_length(work, '$.people') as people from sync_batch
      where company_id = ?1 and run_id = ?2 order by state = 'done', state = 'waiting', n limit 200`,
    ...[companyId, runId],
  );
}

/** Lets what failed or was stopped of a run wait again, for an admin, with a trace; gives the batches that wait now. */
export async function retryRun(db: Database, author: Author, runId: string): Promise<number[]> {
  const values = [...authorValues(author), runId];
  const ended = `r.company_id = ?1 and r.id = ?6 and r.state in ('failed', 'quota') and ${holds("admin")}`;
  const trace = {
    ...{ subject: "'run'", id: "r.id", action: "'retry'" },
    ...{ before: "json_object('state', r.state, 'problem', r.problem)", after: "json_object('state', 'running')" },
  };
  const results = await db.batch([
    db.prepare(`${intoHistory(trace)} from sync_run r where ${ended}`, ...values),
    db.prepare(
      `update sync_batch set state = 'waiting', attempts = 0, problem = null
        where company_id = ?1 and run_id = ?6 and state <> 'done'
          and exists (select 1 from sync_run r where ${ended})`,
      ...values,
    ),
    db.prepare(
      `update sync_run as r set state = 'running', finished_at = null, problem = null, touched_at = ?4
        where ${ended}`,
      ...values,
    ),
    db.prepare(
      `select b.n from sync_batch b join sync_run r on r.company_id = ?1 and r.id = b.run_id and r.state = 'running'
        where b.company_id = ?1 and b.run_id = ?2 and b.state = 'waiting' order by b.n`,
      ...[author.company, runId],
    ),
  ]);
  return results[2]?.meta.changes === 1 ? (results[3]?.results.map(({ n }) => Number(n)) ?? []) : [];
}
