const date = "2026-09-17";
const range = `from=${date}&to=${date}`;

/** What each may do with check-ins, forms that make projects, and what DingTalk's own report says otherwise. */
export const linkRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/project-forms": ["/api/project-forms", "403 403 403 403 403 403 200 401 401"],
  "GET /api/project-forms/{processCode}/fields": [
    "/api/project-forms/PROC-1/fields",
    "403 403 403 403 403 403 503 401 401",
  ],
  "PUT /api/project-forms/{processCode}": [
    "/api/project-forms/PROC-1",
    "403 403 403 403 403 403 200 401 401",
    { title: "立项", active: false, version: 0, fields: { name: "a" } },
  ],
  "GET /api/project-approvals": ["/api/project-approvals", "403 403 403 403 403 403 200 401 401"],
  "POST /api/project-approvals/{id}": [
    "/api/project-approvals/none",
    "403 403 403 403 403 403 404 401 401",
    { act: "retry" },
  ],
  "GET /api/differences": [`/api/differences?${range}`, "403 403 403 403 200 403 200 401 401"],
  "PUT /api/differences": [
    "/api/differences",
    "403 403 403 403 204 403 204 401 401",
    { personId: "zhao", date, figure: "late", reason: "补过卡" },
  ],
  "POST /api/sync/reconciliation": [
    "/api/sync/reconciliation",
    "403 403 403 403 202 403 202 401 401",
    { from: "2026-09-01", to: "2026-09-16" },
  ],
  "GET /api/visits": [`/api/visits?${range}`, "200 200 200 200 200 200 200 401 401"],
  "GET /api/projects/{id}/visiting": ["/api/projects/lang/visiting", "200 404 200 404 200 200 200 401 401"],
  "PUT /api/projects/{id}/visiting": [
    "/api/projects/lang/visiting",
    "403 404 200 404 403 403 200 401 401",
    { on: true },
  ],
};
