import { expect, test } from "vitest";
import { programIn } from "../testing-api.ts";
import { furnish } from "../testing-bad-input.ts";
import { type Scope, scopeNames } from "./scope.ts";

const september = "from=2026-09-01&to=2026-09-30";
const project = { code: "N", name: "新项目", shortName: "新", mark: "新" };
const pick = { personId: "zhao", date: "2026-09-17", projectId: "lang", reason: "门禁" };

const hook = { targetUrl: "https://hooks.zapier.com/hooks/standard/1/2/", event: "workday.settled" };

/** What each route wants, and what it answers whoever has that. */
const table: Readonly<Record<string, readonly [path: string, scope: Scope | null, status: number, body?: object]>> = {
  "GET /v1/me": ["/v1/me", null, 200],
  "GET /v1/openapi.json": ["/v1/openapi.json", null, 200],
  "GET /v1/projects": ["/v1/projects", "projects:read", 200],
  "POST /v1/projects": ["/v1/projects", "projects:write", 201, project],
  "GET /v1/people": ["/v1/people", "people:read", 200],
  "GET /v1/workdays": [`/v1/workdays?${september}`, "hours:read", 200],
  "GET /v1/allocations": [`/v1/allocations?${september}`, "hours:read", 200],
  "GET /v1/adjustments": [`/v1/adjustments?${september}`, "hours:read", 200],
  "GET /v1/periods": ["/v1/periods", "hours:read", 200],
  "GET /v1/worklogs": [`/v1/worklogs?${september}`, "worklogs:read", 200],
  "POST /v1/hooks": ["/v1/hooks", "hooks:write", 201, hook],
  "DELETE /v1/hooks/{id}": ["/v1/hooks/0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", "hooks:write", 200],
  "GET /v1/events/{type}/samples": ["/v1/events/workday.settled/samples", "hooks:write", 200],
  "POST /v1/picks": ["/v1/picks", "picks:write", 201, pick],
};

test("every public route has a row", async () => {
  const house = await furnish();
  const { body } = await house.nobody.call<{ paths: Record<string, object> }>("GET", "/api/openapi.json");
  const routes = Object.entries(body.paths)
    .filter(([path]) => path.startsWith("/v1/"))
    .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`));
  expect(Object.keys(table).sort()).toEqual(routes.sort());
});

test.each(Object.entries(table))(
  "%s opens to its scope and to no other",
  async (route, [path, scope, status, body]) => {
    const house = await furnish();
    const [method = ""] = route.split(" ");
    const statuses: Record<string, number> = {};
    for (const held of scopeNames) {
      const program = await programIn(house, [held]);
      const answer = await (method === "POST" ? program.post(path, body) : program.call(method, path));
      statuses[held] = answer.status;
      if (answer.status !== 403) continue;
      expect(answer.body).toMatchObject({ code: "scope-missing" });
      expect(answer.headers.get("www-authenticate")).toBe(
        `Bearer realm="today", error="insufficient_scope", scope="${scope}"`,
      );
    }
    const wanted = scopeNames.map((name) => [name, scope === null || scope === name ? status : 403]);
    expect(statuses).toEqual(Object.fromEntries(wanted));
  },
);
