import type { Database } from "./database.ts";
import { withAllocation } from "./decision.ts";
import { type Author, intoHistory } from "./history.ts";
import { type AnsweredRequest, isFree, undoStatements, undoValues } from "./request-undo.ts";
import { holds, type Reader, readerValues } from "./role.ts";

/** What can be taken back: a bulk action, or the answer to one request that was given with it. */
export interface Undoable {
  /** Null for a request that was entered for somebody. */
  readonly batchId: string | null;
  readonly undone: boolean;
  readonly requests: readonly AnsweredRequest[];
  /** Whose days it is about. */
  readonly people: readonly string[];
}

/** What a reader may take back under an id: their own, for HR everybody's; null when there is none. */
export async function findUndoable(db: Database, reader: Reader, id: string): Promise<Undoable | null> {
  const values = [...readerValues(reader), id] as const;
  const [batch, requests, people] = await db.batch([
    db.prepare(
      `select b.undone_at as undoneAt from approval_batch b
       where b.company_id = ?1 and b.id = ?4 and (b.made_by = ?2 or ${holds("hr")})`,
      ...values,
    ),
    db.prepare(
      `select n.request_id as id, n.n as answer, r.person_id as person, n.batch_id as batch, n.verdict
       from (select request_id, n from request_answer indexed by request_answer_batch where company_id = ?1 and batch_id = ?4
         union all select request_id, max(n) from request_answer where company_id = ?1 and request_id = ?4 and batch_id is null
         group by request_id) w
         cross join request_answer n on n.company_id = ?1 and n.request_id = w.request_id and n.n = w.n
         cross join request r on r.company_id = ?1 and r.id = n.request_id
       where (n.made_by = ?2 or ${holds("hr")})`,
      ...values,
    ),
    db.prepare(
      `select distinct d.person_id as person from decision d indexed by decision_batch
       where d.company_id = ?1 and d.batch_id = ?2`,
      ...[reader.company, id],
    ),
  ]);
  const row = batch?.results[0] as { undoneAt: number | null } | undefined;
  const answered = (requests?.results ?? []) as unknown as AnswerRow[];
  if (row === undefined && answered.length === 0) return null;
  const taken = answered.filter(({ verdict }) => verdict === "accepted" || verdict === "returned");
  const decided = (people?.results ?? []) as { person: string }[];
  return {
    batchId: row === undefined ? null : id,
    undone: row === undefined ? taken.length === 0 : row.undoneAt !== null,
    requests: taken.map((one) => ({ id: one.id, answer: one.answer })),
    people: [...new Set([...answered, ...decided].map(({ person }) => person))],
  };
}

interface AnswerRow extends AnsweredRequest {
  readonly person: string;
  readonly verdict: string;
}

/** Takes all of it back in one transaction; false when a day of it was closed meanwhile, or somebody else was faster. */
export async function undo(db: Database, author: Author, undoable: Undoable): Promise<boolean> {
  const { batchId, requests } = undoable;
  const values = undoValues(author, requests, batchId);
  const free = db.prepare(`select ${isFree} as free`, ...values);
  const results = await db.batch([
    free,
    ...undoStatements(db, author, requests, batchId),
    ...(batchId === null ? [] : withdrawStatements(db, values)),
  ]);
  return results[0]?.results[0]?.free === 1;
}

function withdrawStatements(db: Database, values: ReturnType<typeof undoValues>): D1PreparedStatement[] {
  const decided = `from decision d indexed by decision_batch
    where d.company_id = ?1 and d.batch_id = ?7 and d.verdict <> 'withdrawn' and ${isFree}`;
  const history = intoHistory({
    ...{ subject: "'approval'", id: "d.person_id || '/' || d.date || '/' || d.project_id", action: "'undo'" },
    before: "json_object('key', d.key, 'minutes', d.minutes, 'state', d.verdict)",
    after: "json_object('key', d.key, 'minutes', d.minutes, 'state', 'waiting')",
  });
  return [
    db.prepare(`${history} ${decided}`, ...values),
    // Settling tells the state it really has now; until then it waits.
    db.prepare(
      `update allocation set state = 'waiting' where (company_id, project_id, date, person_id, n) in (
         select a.company_id, a.project_id, a.date, a.person_id, a.n ${withAllocation("?7")}
           and a.state = d.verdict and ${isFree})`,
      ...values,
    ),
    db.prepare(
      `insert into decision (company_id, person_id, date, project_id, key, batch_id, minutes, verdict, at, made_by, channel)
       select ?1, d.person_id, d.date, d.project_id, d.key, ?7, d.minutes, 'withdrawn', ?4, ?2, ?5 ${decided}`,
      ...values,
    ),
    db.prepare(`update approval_batch set undone_at = ?4 where company_id = ?1 and id = ?7 and ${isFree}`, ...values),
  ];
}
