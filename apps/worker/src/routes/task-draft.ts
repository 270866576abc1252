import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { createProjectTask, createTask, retryTask } from "../operations/create-task.ts";
import { Id, ProjectId } from "../schema/quantity.ts";
import { ProjectTaskInput, TargetTaskInput, TaskDrafts, TaskRetryInput } from "../schema/task-draft.ts";
import { bySession, type Door } from "../signed-in.ts";
import { viewProjectTasks, viewTargetTasks } from "../views/task-draft.ts";

const ofTarget = z.object({ id: Id });
const ofProject = z.object({ id: ProjectId });
const query = z.object({ cursor: z.string().max(400).optional() });
const body = ["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"] as const;
const example = { id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", title: "三层砌墙", deadline: "2026-09-30" };
const accepted = { 202: { description: "on its way, now or before" } };
const page = json(TaskDrafts, "50 of them, the newest first");

const create = createRoute({
  method: "post",
  path: "/api/targets/{id}/tasks",
  summary: "Have a task made at a target",
  ...bySession,
  request: {
    params: ofTarget,
    body: { required: true, ...json(TargetTaskInput, "what", { ...example, projectId: "lang" }) },
  },
  responses: { ...accepted, ...refusesSigned(...body, "project-not-linked", "task-id-reused") },
});

const createOfProject = createRoute({
  method: "post",
  path: "/api/projects/{id}/tasks",
  summary: "Have a task made where a project's hours go",
  ...bySession,
  request: {
    params: ofProject,
    body: { required: true, ...json(ProjectTaskInput, "what", { ...example, targetId: "red" }) },
  },
  responses: { ...accepted, ...refusesSigned(...body, "project-not-linked", "task-id-reused") },
});

const list = createRoute({
  method: "get",
  path: "/api/targets/{id}/task-drafts",
  summary: "Tasks that were made at a target",
  ...bySession,
  request: { params: ofTarget, query },
  responses: { 200: page, ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const listOfProject = createRoute({
  method: "get",
  path: "/api/projects/{id}/task-drafts",
  summary: "Tasks that were made of a project",
  ...bySession,
  request: { params: ofProject, query },
  responses: { 200: page, ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const retry = createRoute({
  method: "post",
  path: "/api/projects/{id}/task-drafts/{draftId}/retries",
  summary: "Try a task that failed anew",
  ...bySession,
  request: {
    params: ofProject.extend({ draftId: Id }),
    body: { required: true, ...json(TaskRetryInput, "where", { targetId: "red" }) },
  },
  responses: { ...accepted, ...refusesSigned(...body) },
});

export const taskDraft = new OpenAPIHono<Door>()
  .openapi(create, async (c) => {
    const { deadline, ...wish } = c.req.valid("json");
    await createTask(c.var.ctx, { ...wish, dueOn: deadline, targetId: c.req.valid("param").id });
    return c.body(null, 202);
  })
  .openapi(createOfProject, async (c) => {
    const { deadline, ...wish } = c.req.valid("json");
    await createProjectTask(c.var.ctx, { ...wish, dueOn: deadline, projectId: c.req.valid("param").id });
    return c.body(null, 202);
  })
  .openapi(list, async (c) => {
    return c.json(await viewTargetTasks(c.var.ctx, c.req.valid("param").id, c.req.valid("query").cursor), 200);
  })
  .openapi(listOfProject, async (c) => {
    return c.json(await viewProjectTasks(c.var.ctx, c.req.valid("param").id, c.req.valid("query").cursor), 200);
  })
  .openapi(retry, async (c) => {
    const { id, draftId } = c.req.valid("param");
    await retryTask(c.var.ctx, { projectId: id, id: draftId, targetId: c.req.valid("json").targetId });
    return c.body(null, 202);
  });
