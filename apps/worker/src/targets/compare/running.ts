import { listTargetRuns, type TargetRun } from "@today/db/target-run";
import type { Context } from "../../context.ts";
import { Refusal } from "../../error.ts";

/** A month of a target, `2026-09`. */
export interface MonthAtTarget {
  readonly targetId: string;
  readonly month: string;
}

/** The comparison that runs at a target; refuses `comparison-running` for another than was meant. */
export async function demandRun(
  { db, company }: Context,
  targetId: string,
  isMeant: (run: TargetRun) => boolean,
): Promise<TargetRun> {
  const [run] = await listTargetRuns(db, company.id, { targetId, kind: "compare" });
  if (run === undefined) throw new Refusal("not-found");
  if (run.state !== "running" || !isMeant(run)) throw new Refusal("comparison-running");
  return run;
}
