import { z } from "@hono/zod-openapi";
import { Id, Instant, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

const about = {
  id: z.uuid(),
  title: z.string().trim().min(1).max(1000),
  description: z.string().max(20_000).default(""),
  assigneeId: Id.nullable().default(null),
  startsOn: WorkDate.nullable().default(null),
  deadline: WorkDate.nullable().default(null),
};

export const TargetTaskInput = z
  .object({ ...about, projectId: ProjectId })
  .strict()
  .openapi("TargetTaskInput", { description: "A task that is made where the project's hours go." });

export const ProjectTaskInput = z
  .object({ ...about, targetId: Id })
  .strict()
  .openapi("ProjectTaskInput");

export const TaskRetryInput = z.object({ targetId: Id }).strict().openapi("TaskRetryInput");

const TaskDraft = z
  .object({
    id: Id,
    targetId: Id,
    projectId: ProjectId,
    title: z.string(),
    description: z.string(),
    assignee: PersonBrief.nullable(),
    startsOn: WorkDate.nullable(),
    deadline: WorkDate.nullable(),
    state: z.enum(["due", "sending", "unknown", "failed", "done"]),
    problem: z.string().nullable().openapi({ example: "mapping-too-long" }),
    field: z.string().nullable().openapi({ example: "title" }),
    attempts: z.int(),
    remoteTask: z.string().nullable(),
    createdAt: Instant,
    createdBy: PersonBrief.nullable(),
  })
  .openapi("TaskDraft", { description: "A task that is made at a target, and how that stands." });

export const TaskDrafts = z.object({ tasks: z.array(TaskDraft), next: z.string().nullable() }).openapi("TaskDrafts");
