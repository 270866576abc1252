import type { QuotaPlan } from "@today/core/quota-plan";
import type { Instant } from "@today/core/time/minutes";
import { type CallEvidence, readCallEvidence } from "./call-evidence.ts";
import { readSeenSteps, type SeenStep } from "./connection-check.ts";
import type { Database } from "./database.ts";
import { parseStored } from "./json-rows.ts";
import { type LinkProblem, readProblems } from "./link-problem.ts";
import { readPushes } from "./push-count.ts";
import { readStreamState, type StreamState } from "./stream-state.ts";

/** The plan of the month's calls as it was made last. */
export interface KeptPlan {
  readonly madeAt: Instant;
  readonly nextPullAt: Instant | null;
  readonly plan: QuotaPlan;
}

/** All that tells how the connection to DingTalk stands. */
export interface ConnectionFacts {
  readonly seen: readonly SeenStep[];
  readonly calls: readonly CallEvidence[];
  /** What stands in the way now. */
  readonly problems: readonly LinkProblem[];
  readonly plan: KeptPlan | null;
  /** The connection over which events come without a public address; null where there never was one. */
  readonly stream: StreamState | null;
  /** Pushes of the month. */
  readonly pushes: number;
}

/** Reads what tells how the connection stands; `month` is `2026-09`. */
export async function readConnectionFacts(db: Database, companyId: string, month: string): Promise<ConnectionFacts> {
  const [seen, calls, problems, plans, stream, pushes] = await Promise.all([
    readSeenSteps(db, companyId),
    readCallEvidence(db, companyId),
    readProblems(db, companyId),
    db.all<Omit<KeptPlan, "plan"> & { plan: string }>(
      "select made_at as madeAt, next_pull_at as nextPullAt, plan from quota_plan where company_id = ?1",
      companyId,
    ),
    readStreamState(db, companyId),
    readPushes(db, companyId, { from: `${month}-01`, to: `${month}-31` }),
  ]);
  return {
    ...{ seen, calls, problems, stream },
    plan: planOf(plans[0]),
    pushes: pushes.reduce((sum, { received }) => sum + received, 0),
  };
}

function planOf(row: (Omit<KeptPlan, "plan"> & { plan: string }) | undefined): KeptPlan | null {
  const plan = row === undefined ? null : parseStored<QuotaPlan | null>(row.plan, null);
  return row === undefined || plan === null ? null : { ...row, plan };
}
