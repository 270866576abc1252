import { isWorkDate } from "@today/core/time/date";
import type { PersonBrief, ProjectTaskInput, TaskDrafts } from "../../api.ts";

type Made = TaskDrafts["tasks"][number];

/** A task as it is written. */
export interface TaskDraft {
  readonly targetId: string;
  readonly title: string;
  readonly description: string;
  readonly assignee: PersonBrief | null;
  /** `""` for none. */
  readonly deadline: string;
}

/** What is wrong with a task, by its field. */
export interface TaskFaults {
  readonly title?: "task.fault.name";
  readonly deadline?: "task.fault.date";
}

const longestTitle = 1000;

/** An empty task for a target. */
export function emptyTask(targetId: string): TaskDraft {
  return { targetId, title: "", description: "", assignee: null, deadline: "" };
}

/** What is wrong with it; nothing when it may be sent. */
export function taskFaults({ title, deadline }: TaskDraft): TaskFaults {
  return {
    ...(title.trim() === "" ? { title: "task.fault.name" as const } : {}),
    ...(deadline !== "" && !isWorkDate(deadline) ? { deadline: "task.fault.date" as const } : {}),
  };
}

/** What is sent, under an id that stays the same however often it is sent. */
export function taskInput(id: string, draft: TaskDraft): ProjectTaskInput {
  const { targetId, title, description, assignee, deadline } = draft;
  return {
    ...{ id, targetId, description: description.trim(), assigneeId: assignee?.id ?? null },
    title: [...title.trim()].slice(0, longestTitle).join(""),
    deadline: isWorkDate(deadline) ? deadline : null,
  };
}

/** Whether how it stands may change by itself at any moment. */
export function isOnItsWay({ state }: Pick<Made, "state">): boolean {
  return state === "due" || state === "sending" || state === "unknown";
}

/** The tone of a state's tag: what failed waits for somebody. */
export function toneOf({ state }: Pick<Made, "state">): "todo" | "good" | "fact" {
  if (state === "failed") return "todo";
  return state === "done" ? "good" : "fact";
}
