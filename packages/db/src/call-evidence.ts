import type { Instant } from "@today/core/time/minutes";
import type { Database } from "./database.ts";

/** How the last call of an API with this outcome ended. */
export interface CallEvidence {
  readonly path: string;
  /** `ok` or the kind of the failure. */
  readonly outcome: string;
  readonly code: string | null;
  readonly at: Instant;
}

const lastCalls = 500;

/** Of the last 500 calls the last of each API and outcome. */
export function readCallEvidence(db: Database, companyId: string): Promise<CallEvidence[]> {
  return db.all<CallEvidence>(
    `select path, outcome, code, max(at) as at from
       (select path, outcome, code, at from call_audit where company_id = ?1 order by at desc limit ${lastCalls})
      group by path, outcome`,
    companyId,
  );
}
