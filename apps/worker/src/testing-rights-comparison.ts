import { targetId } from "./testing-rights-targets.ts";

const path = `/api/targets/${targetId}`;
const month = "2026-09";

/** What each may do with hours that were read back. */
export const comparisonRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/comparisons": ["/api/comparisons", "403 403 403 403 200 200 200 401 401"],
  "GET /api/targets/{id}/comparison": [`${path}/comparison?month=${month}`, "403 403 403 403 200 200 200 401 401"],
  "POST /api/targets/{id}/comparisons": [`${path}/comparisons`, "403 403 403 403 403 403 202 401 401", { month }],
  "POST /api/targets/{id}/mends": [`${path}/mends`, "403 403 403 403 403 403 409 401 401", { month, all: true }],
};
