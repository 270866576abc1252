import type { StatusSink } from "@today/connectors/connector";
import type { Instant } from "@today/core/time/minutes";
import { type CallFailure, type Consequence, consequenceOf, failureOfReason } from "@today/core/worklog-retry";
import type { ClaimedState, StateEnd } from "@today/db/task-state";
import { problemOf } from "../problem.ts";

/** How setting a state ended, and what that says of the whole target; null when nothing. */
export interface StateOutcome {
  readonly end: StateEnd;
  readonly news: Pick<Consequence, "quietUntil" | "stops"> | null;
}

/** Sets a task's state. It is what is wanted in the end, so that doing it again after a lost answer changes nothing. Throws nothing. */
export async function setState(status: StatusSink, claim: ClaimedState, now: () => Instant): Promise<StateOutcome> {
  const { remoteProject, remoteTask, stateId, attempts } = claim;
  const answer = await status.set({ projectId: remoteProject, taskId: remoteTask }, stateId);
  if (answer.kind === "applied") {
    return { end: { state: "done", problem: null, field: null, attempts: 0, nextAt: 0 }, news: null };
  }
  const failure: CallFailure = answer.kind === "failed" ? answer.error : failureOfReason(answer.reason);
  const { isFinal, counts, nextAt, quietUntil, stops } = consequenceOf(failure, {
    ...{ attempts, now: now(), chance: Math.random() },
  });
  const open = answer.kind === "failed" ? "due" : "unknown";
  const error = answer.kind === "failed" ? answer.error : null;
  // The product, its workflow or the task's present state has no way to it.
  const isMissing = error?.code === "status-not-allowed";
  return {
    end: {
      ...{ state: isFinal ? "failed" : open, attempts: counts ? attempts : attempts - 1, nextAt },
      problem: error === null ? "outcome-unknown" : isMissing ? "state-missing" : problemOf(error),
      field: error?.field ?? null,
    },
    news: quietUntil > 0 || stops !== null ? { quietUntil, stops } : null,
  };
}
