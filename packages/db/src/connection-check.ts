import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";

/** What shows that a step works, in codes and figures: `{ code: "scopes", had: 4, of: 4 }`. */
export interface StepProof {
  readonly code: string;
  readonly value?: string;
  readonly had?: number;
  readonly of?: number;
}

/** What a failure told beside its kind; never a secret. */
export interface StepDetail {
  /** DingTalk's own code, `60020`. */
  readonly code?: string;
  readonly missing?: readonly string[];
  readonly address?: string | null;
  readonly requestId?: string | null;
}

/** What was seen of a step; `waiting` when another step must be mended first. */
export interface StepFinding {
  readonly step: string;
  readonly state: "ok" | "broken" | "waiting";
  readonly proof: StepProof | null;
  readonly problem: string | null;
  readonly detail: StepDetail;
}

/** A finding with the time of its seeing. */
export interface SeenStep extends StepFinding {
  readonly at: Instant;
}

interface At {
  readonly companyId: string;
  readonly at: Instant;
}

/** What was seen last of each step; steps of which nothing was seen are left out. */
export async function readSeenSteps(db: Database, companyId: string): Promise<SeenStep[]> {
  const rows = await db.all<Omit<SeenStep, "proof" | "detail"> & { proof: string | null; detail: string }>(
    `select step, state, proof, problem, detail, checked_at as at from connection_check
      where company_id = ?1 and state <> 'unseen'`,
    companyId,
  );
  return rows.map(({ proof, detail, ...row }) => ({
    ...row,
    proof: proof === null ? null : parseStored<StepProof>(proof, { code: "" }),
    detail: parseStored<StepDetail>(detail, {}),
  }));
}

/** Takes the turn to check a step; false when any was asked about less than `pauseMs` ago. */
export async function takeTurn(
  db: Database,
  { companyId, at }: At,
  { step, pauseMs }: { readonly step: string; readonly pauseMs: number },
): Promise<boolean> {
  const [taken] = await db.batch([
    db.prepare(
      `insert into connection_check (company_id, step, state, checked_at, asked_at)
       select ?1, ?2, 'unseen', 0, ?3 where not exists
         (select 1 from connection_check where company_id = ?1 and asked_at > ?3 - ?4 and asked_at <= ?3)
       on conflict do update set asked_at = excluded.asked_at`,
      ...[companyId, step, at, pauseMs],
    ),
  ]);
  return taken?.meta.changes === 1;
}

/** Statements that keep what a check found; a later finding stays as it is. */
export function keepFindings(db: Database, { companyId, at }: At, findings: readonly StepFinding[]) {
  return findings.map(({ step, state, proof, problem, detail }) =>
    db.prepare(
      `insert into connection_check (company_id, step, state, proof, problem, detail, checked_at)
       values (?1, ?2, ?3, ?4, ?5, ?6, ?7)
       on conflict do update set state = excluded.state, proof = excluded.proof, problem = excluded.problem,
         detail = excluded.detail, checked_at = excluded.checked_at where checked_at <= excluded.checked_at`,
      ...[companyId, step, state, proof === null ? null : JSON.stringify(proof), problem, JSON.stringify(detail), at],
    ),
  );
}

/** A statement that marks a step as seen to work by ordinary life; a step that works already costs no write. */
export function markStep(db: Database, { companyId, at }: At, step: string, proof: StepProof): D1PreparedStatement {
  return db.prepare(
    `insert into connection_check (company_id, step, state, proof, checked_at) values (?1, ?2, 'ok', ?3, ?4)
     on conflict do update set state = 'ok', proof = excluded.proof, problem = null, detail = '{}',
       checked_at = excluded.checked_at where state <> 'ok'`,
    ...[companyId, step, JSON.stringify(proof), at],
  );
}
