import type { WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { DatabaseError } from "./database-error.ts";
import { type DecisionBatch, decideStatements, type Outcome, openBatch } from "./decision.ts";
import type { Author } from "./history.ts";
import { parseStored } from "./json-rows.ts";
import { type AnswerableRequest, acceptAll, returnStatements } from "./request-answer.ts";
import type { RequestKind } from "./request-content.ts";

/** A bulk action as it was kept. */
export interface KeptBatch {
  readonly madeBy: string;
  readonly asked: string;
  readonly outcomes: readonly Outcome[];
}

/** A request that somebody wants to answer, whatever its state. */
export interface NamedRequest {
  readonly id: string;
  readonly personId: string;
  readonly date: WorkDate;
  readonly kind: RequestKind;
  /** Of the punch it asks for; null for other kinds. */
  readonly minute: Minutes | null;
  /** Counted minutes that accepting it adds. */
  readonly effect: Minutes;
}

/** The bulk action of an id, if there is one, and the requests that are meant. One batch. */
export async function findBatch(
  db: Database,
  company: string,
  { id, requests }: { readonly id: string; readonly requests: readonly string[] },
): Promise<{ readonly kept: KeptBatch | null; readonly requests: readonly NamedRequest[] }> {
  const [batch, named] = await db.batch([
    db.prepare(
      "select made_by as madeBy, asked, answer from approval_batch where company_id = ?1 and id = ?2",
      company,
      id,
    ),
    db.prepare(
      `select r.id, r.person_id as personId, r.date, r.kind, r.body ->> 'minute' as minute,
         coalesce(r.effect ->> 'minutes', 0) as effect
       from json_each(?2) k cross join request r on r.company_id = ?1 and r.id = k.value`,
      ...[company, JSON.stringify(requests)],
    ),
  ]);
  const row = batch?.results[0] as { madeBy: string; asked: string; answer: string } | undefined;
  return {
    kept: row === undefined ? null : { madeBy: row.madeBy, asked: row.asked, outcomes: outcomesIn(row.answer) },
    requests: (named?.results ?? []) as unknown as NamedRequest[],
  };
}

/**
 * Decides on the items of a bulk action in one transaction and gives what became of each, in their order; null when the action is
 * there already. A dozen statements however many items.
 */
export async function writeBatch(
  db: Database,
  author: Author,
  batch: DecisionBatch,
  requests: readonly AnswerableRequest[],
): Promise<readonly Outcome[] | null> {
  const ids = requests.map(({ id }) => id);
  const answers =
    batch.verdict === "approved"
      ? acceptAll(db, author, requests, batch.id)
      : returnStatements(db, author, ids, { reason: batch.reason ?? "", batchId: batch.id });
  try {
    const [opened] = await db.batch([openBatch(db, author, batch), ...decideStatements(db, author, batch), ...answers]);
    return outcomesIn(String(opened?.results[0]?.answer ?? "[]"));
  } catch (error) {
    const known = error instanceof DatabaseError && error.problem === "unique" && /approval_batch/.test(error.message);
    if (known) return null;
    throw error;
  }
}

function outcomesIn(answer: string): Outcome[] {
  const pairs = parseStored<[number, Outcome][]>(answer, []);
  return pairs.toSorted(([a], [b]) => a - b).map(([, outcome]) => outcome);
}
