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
  "GET /v1/me": ["/v1/me", "401 401 401 401 401 401 401 401 401"],
};
