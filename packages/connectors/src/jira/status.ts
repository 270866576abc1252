import type { RemoteState, StatusSink, TaskRef } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { written } from "../written.ts";
import { issuePath, type Jira } from "./api.ts";
import { IssueState, type Status, type Transition, Transitions } from "./shape.ts";

/** States of issues, reached by the transitions that the workflow offers now. A state is asked for by its id, or by its category: `new`, `indeterminate`, `done`. */
export function createStatus(jira: Jira): StatusSink {
  return {
    choices: async (task) => {
      const now = await readStatus(jira, task);
      const open = (await readTransitions(jira, task)).filter((one) => missingOf(one) === undefined);
      const states = new Map([now, ...open.map((one) => one.to)].map((to) => [to.id, stateOf(to)]));
      return [...states.values()];
    },
    set: (task, stateId) =>
      written(
        async () => {
          // A state has no transition to itself.
          if (isOfState(await readStatus(jira, task), stateId)) return null;
          return choose(await readTransitions(jira, task), stateId);
        },
        async (transition) => {
          if (transition === null) return task;
          await jira.call({
            method: "POST",
            path: `${issuePath(task.taskId)}/transitions`,
            body: { transition: { id: transition.id } },
            fields: Object.keys(transition.fields ?? {}),
          });
          if (!isOfState(await readStatus(jira, task), stateId))
            throw refusal("permission", "status-not-taken", "state");
          return task;
        },
      ),
  };
}

function choose(transitions: readonly Transition[], stateId: string): Transition {
  const fitting = transitions.filter(({ to }) => isOfState(to, stateId));
  const [first] = fitting;
  if (first === undefined) throw refusal("permission", "status-not-allowed", "state");
  const free = fitting.find((one) => missingOf(one) === undefined);
  if (free !== undefined) return free;
  throw refusal("invalid", "field-required", missingOf(first) ?? "state");
}

/** The first field of the transition's screen that has to be filled in. */
function missingOf({ fields }: Transition): string | undefined {
  const found = Object.entries(fields ?? {}).find(
    ([, field]) => field.required === true && field.hasDefaultValue !== true,
  );
  return found?.[0];
}

/** Names are translated, so they are never compared. */
function isOfState({ id, statusCategory }: Status, stateId: string): boolean {
  return id === stateId || statusCategory?.key === stateId;
}

async function readStatus(jira: Jira, { taskId }: TaskRef): Promise<Status> {
  const { body } = await jira.call({ path: issuePath(taskId), query: { fields: "status" } });
  return readBody(body, IssueState).fields.status;
}

async function readTransitions(jira: Jira, { taskId }: TaskRef): Promise<Transition[]> {
  const path = `${issuePath(taskId)}/transitions`;
  const { body } = await jira.call({ path, query: { expand: "transitions.fields" } });
  return readBody(body, Transitions).transitions.filter((one) => one.isAvailable !== false);
}

function stateOf({ id, name }: Status): RemoteState {
  return { id, name };
}

function refusal(kind: "permission" | "invalid", code: string, field: string) {
  return new ConnectorError({ kind, code, field });
}
