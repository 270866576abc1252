import { targetId } from "./testing-rights-targets.ts";

const adminOnly = (status: number) => `403 403 403 403 403 403 ${status} 401 401`;

/** What each may do with hours on their way out. */
export const pushRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "POST /api/targets/{id}/pushes": [`/api/targets/${targetId}/pushes`, adminOnly(409)],
  "POST /api/targets/{id}/retries": [`/api/targets/${targetId}/retries`, adminOnly(202), { all: true }],
};
