const id = "1f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12";

/** What each may do with accounts, tokens of directories and positions. */
export const peopleRights: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/scim-tokens": ["/api/scim-tokens", "403 403 403 403 403 403 200 401 401"],
  "POST /api/scim-tokens": [
    "/api/scim-tokens",
    "403 403 403 403 403 403 201 401 401",
    { id, name: "Entra", source: "scim", days: 30 },
  ],
  "DELETE /api/scim-tokens/{id}": [`/api/scim-tokens/${id}`, "403 403 403 403 403 403 404 401 401"],
  "GET /api/accounts": ["/api/accounts", "403 403 403 403 200 403 200 401 401"],
  "PUT /api/accounts/{id}/person": ["/api/accounts/a/person", "403 403 403 403 404 403 404 401 401", { person: null }],
  "DELETE /api/accounts/{id}/person": ["/api/accounts/a/person", "403 403 403 403 404 403 404 401 401"],
  "GET /api/account-rules": ["/api/account-rules", "403 403 403 403 200 403 200 401 401"],
  "PUT /api/account-rules": [
    "/api/account-rules",
    "403 403 403 403 403 403 204 401 401",
    { version: 0, rules: [{ kind: "email" }] },
  ],
  "GET /api/positions": ["/api/positions", "403 403 403 403 200 403 200 401 401"],
  "GET /api/positions/people": ["/api/positions/people", "403 403 403 403 200 403 200 401 401"],
  "PUT /api/positions": [
    "/api/positions",
    "403 403 403 403 204 403 204 401 401",
    { version: 0, positions: [{ code: "PM", nameZh: "项目经理", nameEn: "PM", patterns: [] }] },
  ],
};
