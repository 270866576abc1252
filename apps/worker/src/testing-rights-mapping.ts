import { targetId } from "./testing-rights-targets.ts";

const path = `/api/targets/${targetId}/mapping`;
const adminOnly = (status: number) => `403 403 403 403 403 403 ${status} 401 401`;
const rules = [{ of: "task", to: "title", from: "{title}", table: null, optional: false }];

/** What each may do with the mapping of a connected product. */
export const mappingRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/targets/{id}/mapping": [path, adminOnly(200)],
  "PUT /api/targets/{id}/mapping": [path, adminOnly(200), { version: 0, rules }],
  "GET /api/targets/{id}/mapping/versions": [`${path}/versions`, adminOnly(200)],
  "POST /api/targets/{id}/mapping/rollbacks": [`${path}/rollbacks`, adminOnly(200), { version: 0, to: 0 }],
  "POST /api/targets/{id}/mapping/previews": [`${path}/previews`, adminOnly(200), { rules }],
};
