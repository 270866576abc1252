import type { RemoteState, StatusSink, TaskRef } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { written } from "../written.ts";
import type { RedmineApi } from "./api.ts";
import { OneIssue, Statuses } from "./shape.ts";

/** States of issues, as the workflow lets the key's account set them. */
export function createStatus(api: RedmineApi): StatusSink {
  return {
    choices: async (task) => (await readIssue(api, task)).choices,
    set: (task, stateId) =>
      written(
        async () => {
          const { stateId: now, choices } = await readIssue(api, task);
          if (choices.every((one) => one.id !== stateId)) throw refusal("status-not-allowed");
          return { isThere: now === stateId };
        },
        async ({ isThere }) => {
          if (isThere) return task;
          await api.send("PUT", pathOf(task), { body: { issue: { status_id: Number(stateId) } } });
          // A status that the workflow forbids is passed over and still answered with 204.
          if ((await readIssue(api, task)).stateId !== stateId) throw refusal("status-not-taken");
          return task;
        },
      ),
  };
}

async function readIssue(api: RedmineApi, task: TaskRef) {
  const { issue } = readBody(await api.get(pathOf(task), { include: "allowed_statuses" }), OneIssue);
  const { id, name } = issue.status;
  const allowed = issue.allowed_statuses ?? (await allStatuses(api));
  const others = allowed.filter((one) => one.id !== id);
  return { stateId: id, choices: [{ id, name }, ...others.map((one) => ({ id: one.id, name: one.name }))] };
}

/** What a Redmine that does not tell the workflow may be asked for; the reading back decides. */
async function allStatuses(api: RedmineApi): Promise<RemoteState[]> {
  return readBody(await api.get("/issue_statuses.json"), Statuses).issue_statuses;
}

function pathOf({ taskId }: TaskRef): string {
  if (taskId === null) throw new ConnectorError({ kind: "invalid", code: "task-missing", field: "task" });
  return `/issues/${encodeURIComponent(taskId)}.json`;
}

function refusal(code: string) {
  return new ConnectorError({ kind: "permission", code, field: "state" });
}
