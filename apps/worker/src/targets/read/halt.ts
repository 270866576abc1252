import type { ConnectorError } from "@today/connectors/error";
import { minuteMs } from "@today/core/time/minutes";
import { keepQuiet } from "@today/db/remote";
import { keepProblem } from "@today/db/target-change";
import { haltRun, type TargetRun } from "@today/db/target-run";
import type { Context } from "../../context.ts";
import { isTargets, problemOf } from "../problem.ts";
import { beginAgain, partsOf, type ReadPart, readParts } from "./part.ts";
import type { StepTaken } from "./step.ts";

const waitMinutes = [1, 2, 5, 15, 30, 60, 120, 180];
const mostAttempts = 8;
const passing: readonly string[] = ["busy", "throttled", "timeout", "unreadable"];

/** What becomes of a run whose call failed: statements, and after how many milliseconds it is tried again. */
export interface Halted {
  readonly statements: readonly D1PreparedStatement[];
  readonly waitMs: number | null;
}

/** Lets a run wait for a far side that is busy, as long as it asks for; ends it as failed when it was busy too often or must be mended. */
export function halt(ctx: Context, run: TargetRun, error: ConnectorError): Halted {
  const { db, company, now: at } = ctx;
  const { targetId } = run;
  const problem = problemOf(error);
  const tried = run.attempts + 1;
  if (passing.includes(error.kind) && tried < mostAttempts) {
    const waitMs = Math.max(error.retryAfterMs ?? 0, (waitMinutes[run.attempts] ?? 180) * minuteMs);
    const nextAt = at + waitMs;
    const isAsked = error.kind === "throttled" || error.retryAfterMs !== null;
    const quiet = isAsked ? [keepQuiet(db, company.id, { targetId, until: nextAt })] : [];
    return { statements: [...quiet, haltRun(db, company.id, { run, problem, nextAt, tried: true, at })], waitMs };
  }
  const mends = isTargets(error) || error.kind === "permission";
  const told = mends ? [keepProblem(db, { company: company.id, id: targetId, at }, problem)] : [];
  return {
    statements: [...told, haltRun(db, company.id, { run, problem, nextAt: null, tried: true, at })],
    waitMs: null,
  };
}

/**
 * The run without the list that cannot be read, which is put aside with its problem while the others are read; a list whose next page
 * is not taken is begun once more. Null for an error that concerns the whole target.
 */
export function putAside(run: TargetRun, error: ConnectorError): StepTaken | null {
  const [part, ...rest] = readParts(run.work);
  if (part === undefined || part.part === "plan" || part.part === "end" || part.problem !== null) return null;
  const isOfList = ["permission", "not-found", "gone", "invalid"].includes(error.kind);
  const isStale = (error.kind === "invalid" || error.kind === "not-found") && part.cursor !== null && !part.again;
  if (isStale) return stepOf(run, [beginAgain(part), ...rest]);
  return isOfList && part.part !== "projects" ? stepOf(run, [...rest, { ...part, problem: problemOf(error) }]) : null;
}

/** Why the next part of a run was put aside; then nothing else is left to do. */
export function asideProblem(run: TargetRun): string | null {
  const [part] = readParts(run.work);
  return part !== undefined && "problem" in part ? part.problem : null;
}

function stepOf(run: TargetRun, parts: readonly ReadPart[]): StepTaken {
  return { statements: [], work: partsOf(parts), counts: run.counts };
}
