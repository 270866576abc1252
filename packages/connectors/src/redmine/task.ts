import type { TaskDraft, TaskSink } from "../connector.ts";
import { readBody } from "../lenient.ts";
import { carries } from "../marker.ts";
import { cutNote } from "../note.ts";
import { written } from "../written.ts";
import type { RedmineApi } from "./api.ts";
import { Issues, NewIssue } from "./shape.ts";

export const longestSubject = { most: 255, unit: "characters" } as const;

/** Issues of our own, known by the marker at the end of their description. */
export function createTasks(api: RedmineApi): TaskSink {
  return {
    find: async ({ projectId, marker }) => {
      const query = { project_id: projectId, status_id: "*", sort: "id:desc" };
      const { body } = await api.page("issues", { path: "/issues.json", query, cursor: null });
      return readBody(body, Issues)
        .issues.filter((issue) => carries(issue.description ?? "", marker))
        .map((issue) => ({ projectId: issue.project.id, taskId: issue.id }));
    },
    create: (draft) =>
      written(
        async () => ({ body: { issue: issueOf(draft) } }),
        async (content) => {
          const answer = await api.send("POST", "/issues.json", content);
          return { projectId: draft.projectId, taskId: readBody(answer.body, NewIssue).issue.id };
        },
      ),
  };
}

function issueOf(draft: TaskDraft) {
  return {
    project_id: Number(draft.projectId),
    subject: cutNote(draft.title, longestSubject),
    description: `${draft.description}\n\n${draft.marker}`.trim(),
    ...(draft.assigneeId === null ? {} : { assigned_to_id: Number(draft.assigneeId) }),
    ...(draft.startsOn === null ? {} : { start_date: draft.startsOn }),
    ...(draft.dueOn === null ? {} : { due_date: draft.dueOn }),
  };
}
