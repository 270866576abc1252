import { targetId } from "./testing-rights-targets.ts";

/** What each may see of the states of tasks. */
export const stateRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/targets/{id}/states": [`/api/targets/${targetId}/states`, "403 403 403 403 403 403 200 401 401"],
};
