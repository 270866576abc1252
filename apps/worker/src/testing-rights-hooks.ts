const adminOnly = (status: number) => `403 403 403 403 403 403 ${status} 401 401`;
const nobody = "401 401 401 401 401 401 401 401 401";
const id = "4f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12";
const url = "https://hooks.example.com/today";

/** What each may do with hooks; at the door of programs a session opens nothing. */
export const hookRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/hooks": ["/api/hooks", adminOnly(200)],
  "POST /api/hooks": [
    "/api/hooks",
    adminOnly(201),
    { id, kind: "webhook", name: "平台", url, events: ["workday.settled"], projectId: null },
  ],
  "PATCH /api/hooks/{id}": [`/api/hooks/${id}`, adminOnly(404), { version: 1, state: "paused" }],
  "DELETE /api/hooks/{id}": [`/api/hooks/${id}`, adminOnly(404)],
  "POST /api/hooks/{id}/secrets": [`/api/hooks/${id}/secrets`, adminOnly(404)],
  "GET /api/hooks/{id}/deliveries": [`/api/hooks/${id}/deliveries`, adminOnly(404)],
  "POST /api/hooks/{id}/replays": [`/api/hooks/${id}/replays`, adminOnly(404), { since: "2026-09-16T00:00:00+08:00" }],
  "POST /api/hooks/{id}/tests": [`/api/hooks/${id}/tests`, adminOnly(404)],
  "POST /v1/hooks": ["/v1/hooks", nobody, {}],
  "DELETE /v1/hooks/{id}": [`/v1/hooks/${id}`, nobody],
  "GET /v1/events/{type}/samples": ["/v1/events/workday.settled/samples", nobody],
};
