import { targetId } from "./testing-rights-targets.ts";

const id = "4f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const task = { id, title: "三层砌墙" };
const adminOnly = (status: number) => `403 403 403 403 403 403 ${status} 401 401`;
const managed = (status: number) => `403 404 ${status} 404 403 403 ${status} 401 401`;

/** What each may do with tasks that are made at a connected product, to which no hours go yet. */
export const taskRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "POST /api/targets/{id}/tasks": [`/api/targets/${targetId}/tasks`, adminOnly(409), { ...task, projectId: "lang" }],
  "GET /api/targets/{id}/task-drafts": [`/api/targets/${targetId}/task-drafts`, adminOnly(200)],
  "POST /api/projects/{id}/tasks": ["/api/projects/lang/tasks", managed(409), { ...task, targetId }],
  "GET /api/projects/{id}/task-drafts": ["/api/projects/lang/task-drafts", managed(200)],
  "POST /api/projects/{id}/task-drafts/{draftId}/retries": [
    `/api/projects/lang/task-drafts/${id}/retries`,
    managed(404),
    { targetId },
  ],
};
