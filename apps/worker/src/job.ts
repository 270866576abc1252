import type { AuditedCall } from "@today/db/call-audit";
import type { RunKind } from "@today/db/sync-run";

/** The closed list of messages. Each may come twice and in any order. */
export type Job =
  | { readonly kind: "pull-batch"; readonly runId: string; readonly n: number }
  | { readonly kind: "sync-directory"; readonly runId: string }
  | { readonly kind: "fetch-failed-events"; readonly runId: string }
  | { readonly kind: "pull-project-approvals"; readonly runId: string; readonly n: number }
  | { readonly kind: "reconcile-batch"; readonly runId: string; readonly n: number }
  | { readonly kind: "pull-check-ins"; readonly runId: string; readonly n: number }
  | { readonly kind: "pull-approvals"; readonly runId: string; readonly n: number }
  /** `ofRun` is the run that brought what their days are made of. */
  | { readonly kind: "settle"; readonly people: readonly string[] | null; readonly ofRun?: string | null }
  /** Counts the marked months of projects anew and raises what is passed of budgets. */
  | { readonly kind: "tally" }
  | { readonly kind: "take-event"; readonly eventId: string }
  /** Calls that could not be written down when they were made. */
  | { readonly kind: "keep-calls"; readonly calls: readonly AuditedCall[] }
  /** Removes rows of the call audit that are older than it is kept. */
  | { readonly kind: "forget-calls" }
  | {
      readonly kind: "start-run";
      readonly run:
        | "night"
        | "day"
        | "close"
        | "directory"
        | "approvals"
        | "project-approvals"
        | "checkins"
        | "reconciliation"
        | "failed-events";
    }
  /** Settles everything anew from the facts and compares: begins that, or does the batch `n` of what runs. */
  | { readonly kind: "start-rebuild"; readonly id: string; readonly writes: boolean }
  | { readonly kind: "rebuild"; readonly id: string; readonly n: number }
  /** For people whose days were settled, or for everybody. */
  | { readonly kind: "raise-alerts"; readonly people: readonly string[] | null }
  /** Clears the places of punches whose time is up. */
  | { readonly kind: "clear-coordinates" }
  /** Says anew whose accounts are: those of some people, or all, after an id. */
  | { readonly kind: "match-accounts"; readonly people: readonly string[] | null; readonly after: string }
  /** Sends what people are to be told by 工作通知. */
  | { readonly kind: "send-notices" }
  /** Works out what hours are to be where for days that changed. */
  | { readonly kind: "plan-worklogs" }
  | { readonly kind: "push-worklogs"; readonly targetId: string }
  /** The next pages of a reading from a target, or of a comparison with it. */
  | { readonly kind: "target-run"; readonly targetId: string; readonly runId: string }
  /** Reads the projects of a target in which something has changed. */
  | { readonly kind: "read-changes"; readonly targetId: string }
  /** Makes tasks that are due there. */
  | { readonly kind: "push-tasks"; readonly targetId: string }
  /** Sets the states that tasks there are to have. */
  | { readonly kind: "push-states"; readonly targetId: string }
  /** Has DingTalk remind people of tasks that are due. */
  | { readonly kind: "send-todos" }
  /** Tells what happened: wakes the hooks that have something to tell, or sends what is due of one. */
  | { readonly kind: "deliver-hooks"; readonly hookId?: string }
  /** Removes events for hooks that are older than they are kept. */
  | { readonly kind: "forget-hook-events" }
  /** `afterRestart` says that whatever was in the queue is lost, so that nothing is waited for. */
  | { readonly kind: "resume"; readonly afterRestart?: boolean };

const outgoing: readonly Job["kind"][] = [
  ...([
    "plan-worklogs",
    "push-worklogs",
    "push-tasks",
    "target-run",
    "read-changes",
    "push-states",
    "deliver-hooks",
  ] as const),
];

/** Whether a message is of other systems and not of DingTalk. */
export function isOutgoing({ kind }: Job): boolean {
  return outgoing.includes(kind);
}

/** The run of DingTalk's calls that a message works on; null for one of another kind. */
export function runIdOf(job: Job): string | null {
  return "runId" in job && job.kind !== "target-run" ? job.runId : null;
}

/** The message that works on a batch of a run. */
export function jobOfRun(kind: RunKind, { runId, n }: { readonly runId: string; readonly n: number }): Job {
  if (kind === "project-approvals") return { kind: "pull-project-approvals", runId, n };
  if (kind === "reconciliation") return { kind: "reconcile-batch", runId, n };
  if (kind === "approvals") return { kind: "pull-approvals", runId, n };
  if (kind === "checkins") return { kind: "pull-check-ins", runId, n };
  if (kind === "failed-events") return { kind: "fetch-failed-events", runId };
  return kind === "directory" ? { kind: "sync-directory", runId } : { kind: "pull-batch", runId, n };
}
