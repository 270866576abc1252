import type { Step } from "@today/db/remote";
import type { RunCounts } from "@today/db/target-run";
import type { Look, Pass } from "@today/db/worklog-comparison";
import type { Stepping } from "../read/step.ts";
import type { ComparePart } from "./part.ts";

/** A part of a comparison that is being done. */
export interface Comparing extends Stepping {
  readonly step: Step;
  readonly month: string;
  readonly rest: readonly ComparePart[];
}

/** What a part comes to: statements, what is to be done before the rest, and what was counted. */
export interface Outcome {
  readonly statements?: readonly D1PreparedStatement[];
  readonly first?: readonly ComparePart[];
  readonly counted?: RunCounts;
}

/** What of the month a pass looks at. */
export function lookOf({ ctx, run, month }: Comparing, pass: Pass): Look {
  return { company: ctx.company.id, targetId: run.targetId, runId: run.id, month, pass };
}
