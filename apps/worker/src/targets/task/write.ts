import type { TaskDraft, TaskRef, TaskSink, Written } from "@today/connectors/connector";
import { ConnectorError } from "@today/connectors/error";
import type { Instant } from "@today/core/time/minutes";
import { type CallFailure, type Consequence, consequenceOf, failureOfReason } from "@today/core/worklog-retry";
import type { ClaimedTask, TaskEnd } from "@today/db/task-push";
import { problemOf } from "../problem.ts";
import type { ToldTask } from "./draft.ts";

/** How a task ended, and what that says of the whole target; null when nothing. */
export interface TaskOutcome {
  readonly end: TaskEnd;
  readonly news: Pick<Consequence, "quietUntil" | "stops"> | null;
}

type Answer = Written<TaskRef> | { readonly kind: "unclear"; readonly error: ConnectorError };

/** Makes a task unless it is there already, or tells why not. A task is looked for by its marker first: a call may have come to an end unseen. */
export async function writeTask(
  tasks: TaskSink,
  { task, told, now }: { readonly task: ClaimedTask; readonly told: ToldTask; readonly now: Instant },
): Promise<TaskOutcome> {
  const key = { id: task.id, sendingAt: task.sendingAt };
  const plain = { ...key, attempts: 0, problem: null, field: null, nextAt: 0, made: null };
  if (!("draft" in told)) {
    return { end: { ...plain, state: "failed", problem: told.problem, field: told.field }, news: null };
  }
  const answer = await make(tasks, told.draft);
  if (answer.kind !== "applied") return failing(task, answer, now);
  const { title, assigneeId } = told.draft;
  const made = answer.ref.taskId === null ? null : { id: answer.ref.taskId, title, assigneeId };
  return { end: { ...plain, state: "done", made }, news: null };
}

async function make(tasks: TaskSink, draft: TaskDraft): Promise<Answer> {
  try {
    const [found] = await tasks.find(draft);
    if (found !== undefined) return { kind: "applied", ref: found };
  } catch (error) {
    if (error instanceof ConnectorError) return { kind: "unclear", error };
    throw error;
  }
  return tasks.create(draft);
}

function failing(task: ClaimedTask, answer: Exclude<Answer, { kind: "applied" }>, now: Instant): TaskOutcome {
  const { id, sendingAt, attempts } = task;
  const failure: CallFailure = answer.kind === "unknown" ? failureOfReason(answer.reason) : answer.error;
  const { isFinal, counts, nextAt, quietUntil, stops } = consequenceOf(failure, {
    ...{ attempts, now, chance: Math.random() },
  });
  const open = answer.kind === "failed" ? "due" : "unknown";
  const error = answer.kind === "unknown" ? null : answer.error;
  return {
    end: {
      ...{ id, sendingAt, state: isFinal ? "failed" : open, attempts: counts ? attempts : attempts - 1, nextAt },
      ...{ problem: error === null ? "outcome-unknown" : problemOf(error), field: error?.field ?? null, made: null },
    },
    news: quietUntil > 0 || stops !== null ? { quietUntil, stops } : null,
  };
}
