import type { WorklogFact } from "../connector.ts";
import { ConnectorError, type ConnectorErrorFacts } from "../error.ts";
import { readBody } from "../lenient.ts";
import type { RedmineApi } from "./api.ts";
import { personCause } from "./right.ts";
import { OneIssue, OneProject } from "./shape.ts";

/** What the hours were of that were refused. */
type Refused = Pick<WorklogFact, "task" | "personRemoteId">;
type Cause = ConnectorErrorFacts | null;

/** Why hours were refused. Redmine says it in sentences of the account's language, or not at all, so it is found out by looking. */
export async function explain(api: RedmineApi, refused: Refused, refusal: unknown): Promise<unknown> {
  const looks = refusal instanceof ConnectorError ? (looksAt[refusal.code] ?? []) : [];
  try {
    for (const look of looks) {
      const cause = await look(api, refused);
      if (cause !== null) return new ConnectorError(cause);
    }
    return refusal;
  } catch (error) {
    if (error instanceof ConnectorError) return refusal;
    throw error;
  }
}

/** A closed project takes away every right but to look, so what is done there is forbidden rather than invalid. */
const looksAt: Readonly<Record<string, readonly ((api: RedmineApi, refused: Refused) => Promise<Cause>)[]>> = {
  403: [projectCause],
  422: [taskCause, projectCause, personCause],
};

async function taskCause(api: RedmineApi, { task }: Refused): Promise<Cause> {
  if (task.taskId === null) return null;
  const body = await api.getIfThere(`/issues/${encodeURIComponent(task.taskId)}.json`);
  if (body === null) return { kind: "not-found", code: "task-unknown", field: "task" };
  const moved = readBody(body, OneIssue).issue.project.id !== task.projectId;
  return moved ? { kind: "invalid", code: "task-moved", field: "task" } : null;
}

async function projectCause(api: RedmineApi, { task }: Refused): Promise<Cause> {
  const body = await api.getIfThere(`/projects/${encodeURIComponent(task.projectId)}.json`);
  if (body === null) return { kind: "not-found", code: "project-unknown", field: "task" };
  const { status } = readBody(body, OneProject).project;
  return (status ?? 1) === 1 ? null : { kind: "invalid", code: "project-closed", field: "task" };
}
