const nobody = "401 401 401 401 401 401 401 401 401";
const september = "from=2026-09-01&to=2026-09-30";
const id = "2f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12";

/** What each may do with keys of other programs; at their doors a session opens nothing. */
export const apiRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/api-keys": ["/api/api-keys", "403 403 403 403 403 403 200 401 401"],
  "POST /api/api-keys": [
    "/api/api-keys",
    "403 403 403 403 403 403 201 401 401",
    { id, name: "Zapier", scopes: ["projects:read"], days: 30 },
  ],
  "DELETE /api/api-keys/{id}": [`/api/api-keys/${id}`, "403 403 403 403 403 403 404 401 401"],
  "GET /v1/me": ["/v1/me", nobody],
  "GET /v1/openapi.json": ["/v1/openapi.json", "200 200 200 200 200 200 200 200 200"],
  "GET /v1/projects": ["/v1/projects", nobody],
  "POST /v1/projects": ["/v1/projects", nobody, {}],
  "GET /v1/people": ["/v1/people", nobody],
  "GET /v1/workdays": [`/v1/workdays?${september}`, nobody],
  "GET /v1/allocations": [`/v1/allocations?${september}`, nobody],
  "GET /v1/adjustments": [`/v1/adjustments?${september}`, nobody],
  "GET /v1/periods": ["/v1/periods", nobody],
  "GET /v1/worklogs": [`/v1/worklogs?${september}`, nobody],
  "POST /v1/picks": ["/v1/picks", nobody, {}],
};
