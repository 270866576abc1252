import type { WorkDate } from "@today/core/time/date";
import type { TaskDraft, TaskRef, TaskSink } from "../connector.ts";
import { ConnectorError } from "../error.ts";
import { readBody } from "../lenient.ts";
import { carries } from "../marker.ts";
import { cutNote } from "../note.ts";
import { written } from "../written.ts";
import type { ZentaoApi } from "./api.ts";
import { readExecutions, readTasks } from "./project.ts";
import { NewTask, OneTask, type Task } from "./shape.ts";

export const longestName = { most: 255, unit: "characters" } as const;

/** Tasks of our own in a project's newest execution that is not finished, known by the marker in their description. */
export function createTasks(api: ZentaoApi, account: string, today: () => WorkDate): TaskSink {
  return {
    find: async (draft) => {
      const found: TaskRef[] = [];
      for (const execution of await readExecutions(api, draft.projectId, "undone")) {
        const { items } = await readTasks(api, execution, null);
        for (const task of items) {
          if (await isDraft(api, task, draft)) found.push({ projectId: draft.projectId, taskId: task.id });
        }
      }
      return found;
    },
    create: (draft) =>
      written(
        async () => {
          const [execution] = await readExecutions(api, draft.projectId, "undone");
          if (execution === undefined)
            throw new ConnectorError({ kind: "invalid", code: "no-execution", field: "project" });
          return { path: `/executions/${encodeURIComponent(execution)}/tasks`, body: taskOf(draft, account, today()) };
        },
        async ({ path, body }) => {
          const { id } = readBody(await api.post(path, body), NewTask);
          return { projectId: draft.projectId, taskId: id };
        },
      ),
  };
}

/** A list that tells no description is read again task by task where the title fits. */
async function isDraft(api: ZentaoApi, task: Task, { title, marker }: TaskDraft): Promise<boolean> {
  if (task.desc !== null) return carries(task.desc, marker);
  if (lettersOf(task.name) !== lettersOf(cutNote(title, longestName))) return false;
  const { desc } = readBody(await api.get(`/tasks/${encodeURIComponent(task.id)}`), OneTask);
  return carries(desc ?? "", marker);
}

/** What is left of a text whichever way ZenTao escaped it. */
function lettersOf(text: string): string {
  return text.replace(/&\w+;|[^\p{L}\p{N}]/gu, "");
}

/** All of these fields are required; a task for nobody is for the connection's account, one without days for today. */
function taskOf(draft: TaskDraft, account: string, today: WorkDate): object {
  const first = draft.startsOn ?? draft.dueOn ?? today;
  return {
    name: cutNote(draft.title, longestName),
    type: "misc",
    assignedTo: draft.assigneeId ?? account,
    desc: `${draft.description}\n\n${draft.marker}`.trim(),
    estStarted: first,
    deadline: draft.dueOn ?? first,
  };
}
