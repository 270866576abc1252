import type { WorklogFact } from "../connector.ts";
import { ConnectorError, type ConnectorErrorFacts } from "../error.ts";
import { readBody } from "../lenient.ts";
import { walk } from "../page.ts";
import type { RedmineApi } from "./api.ts";
import { Memberships, OneIssue, OneProject } from "./shape.ts";

/** Why hours were refused. Redmine says it in sentences of the account's language, so it is found out by looking. */
export async function explain(api: RedmineApi, fact: WorklogFact, refusal: unknown): Promise<unknown> {
  if (!(refusal instanceof ConnectorError) || refusal.code !== "422") return refusal;
  try {
    const cause = (await taskCause(api, fact)) ?? (await projectCause(api, fact)) ?? (await personCause(api, fact));
    return cause === null ? refusal : new ConnectorError(cause);
  } catch (error) {
    if (error instanceof ConnectorError) return refusal;
    throw error;
  }
}

type Cause = ConnectorErrorFacts | null;

async function taskCause(api: RedmineApi, { task }: WorklogFact): Promise<Cause> {
  if (task.taskId === null) return null;
  const body = await orNothing(api.get(`/issues/${encodeURIComponent(task.taskId)}.json`));
  if (body === null) return { kind: "not-found", code: "task-unknown", field: "task" };
  const moved = readBody(body, OneIssue).issue.project.id !== task.projectId;
  return moved ? { kind: "invalid", code: "task-moved", field: "task" } : null;
}

async function projectCause(api: RedmineApi, { task }: WorklogFact): Promise<Cause> {
  const body = await orNothing(api.get(`/projects/${encodeURIComponent(task.projectId)}.json`));
  if (body === null) return { kind: "not-found", code: "project-unknown", field: "task" };
  const { status } = readBody(body, OneProject).project;
  return (status ?? 1) === 1 ? null : { kind: "invalid", code: "project-closed", field: "task" };
}

async function personCause(api: RedmineApi, { task, personRemoteId }: WorklogFact): Promise<Cause> {
  const path = `/projects/${encodeURIComponent(task.projectId)}/memberships.json`;
  const read = async (cursor: string | null) => {
    const { body, next } = await api.page("memberships", { path, cursor });
    return { items: readBody(body, Memberships).memberships, next };
  };
  for await (const { user } of walk(read)) if (user?.id === personRemoteId) return null;
  return { kind: "invalid", code: "person-not-member", field: "person" };
}

async function orNothing(reading: Promise<unknown>): Promise<unknown> {
  return reading.catch((error: unknown) => {
    if (error instanceof ConnectorError && error.kind === "not-found") return null;
    throw error;
  });
}
