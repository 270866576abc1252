import { defaultRules } from "@today/core/rules";
import { addPeople, addProject, plan } from "@today/db/testing";
import type { House } from "./testing.ts";
import { apiRights } from "./testing-rights-api.ts";
import { comparisonRights } from "./testing-rights-comparison.ts";
import { hookRights } from "./testing-rights-hooks.ts";
import { linkRights } from "./testing-rights-link.ts";
import { mappingRights } from "./testing-rights-mapping.ts";
import { peopleRights } from "./testing-rights-people.ts";
import { pushRights } from "./testing-rights-push.ts";
import { furnishRemote, remoteRights } from "./testing-rights-remote.ts";
import { stateRights } from "./testing-rights-states.ts";
import { furnishTarget, targetRights } from "./testing-rights-targets.ts";
import { taskRights } from "./testing-rights-task.ts";

/** Members of `lang`: the employee, its manager. Of `shui`: the other employee, the other manager. */
export const roles = {
  employee: "zhao",
  "other employee": "qian",
  manager: "wang",
  "other manager": "chen",
  hr: "he",
  finance: "jin",
  admin: "lin",
  leaver: "gone",
} as const;

const requestId = "7d3f1a52-0c7e-4a39-8a55-6a1f0b9c4e20";
const pickId = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const batchId = "1f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12";
const date = "2026-09-17";
const range = `from=${date}&to=${date}`;
const site = { name: "北门", lat: 30, lng: 120 };
const project = { id: "neu", code: "N", name: "新项目", shortName: "新", mark: "新" };

const policy = { overtime: "all", breaks: { rule: "shift" }, longDay: 960, rules: defaultRules };

/** What each may do: employee, other employee, manager, other manager, hr, finance, admin, leaver, nobody. */
export const table: Record<string, readonly [path: string, statuses: string, body?: unknown]> = {
  "GET /api/settings": ["/api/settings", "200 200 200 200 200 200 200 200 200"],
  "GET /api/health": ["/api/health", "200 200 200 200 200 200 200 200 200"],
  "GET /api/openapi.json": ["/api/openapi.json", "200 200 200 200 200 200 200 200 200"],
  "POST /dingtalk/callback": ["/dingtalk/callback", "401 401 401 401 401 401 401 401 401", { encrypt: "x" }],
  "POST /dingtalk/stream": [
    "/dingtalk/stream",
    "404 404 404 404 404 404 404 404 404",
    { type: "check_in", id: "x", corpId: null, bornAt: null },
  ],
  "PUT /dingtalk/stream": [
    "/dingtalk/stream",
    "404 404 404 404 404 404 404 404 404",
    { state: "connected", problem: null },
  ],
  "POST /api/session": ["/api/session", "503 503 503 503 503 503 503 503 503", { code: "x" }],
  "GET /api/session": ["/api/session", "200 200 200 200 200 200 200 401 401"],
  "DELETE /api/session": ["/api/session", "204 204 204 204 204 204 204 401 401"],
  "GET /api/login": ["/api/login", "302 302 302 302 302 302 302 302 302"],
  "GET /api/login/callback": ["/api/login/callback", "401 401 401 401 401 401 401 401 401"],
  "GET /api/jsapi-signature": ["/api/jsapi-signature?url=http://evil.test/", "403 403 403 403 403 403 403 401 401"],
  "GET /api/today": ["/api/today", "200 200 200 200 200 200 200 401 401"],
  "POST /api/picks": [
    "/api/picks",
    "201 422 201 422 422 422 422 401 401",
    { id: crypto.randomUUID(), date, projectId: "lang" },
  ],
  "DELETE /api/picks/{id}": [`/api/picks/${pickId}`, "204 404 404 404 404 404 404 401 401"],
  "GET /api/workdays": [`/api/workdays?${range}&person=zhao`, "200 404 200 404 200 404 404 401 401"],
  "GET /api/workdays/{date}": [`/api/workdays/${date}?person=zhao`, "200 404 200 404 200 404 404 401 401"],
  "PUT /api/workdays/{date}/split": [
    `/api/workdays/${date}/split`,
    "200 422 200 422 422 422 422 401 401",
    { version: 0, parts: [{ projectId: "lang", minutes: 60 }] },
  ],
  "POST /api/requests": [
    "/api/requests",
    "201 404 201 404 201 404 404 401 401",
    { id: crypto.randomUUID(), date, kind: "note", personId: "zhao", reason: "在医院" },
  ],
  "GET /api/requests": ["/api/requests?person=zhao", "200 404 200 404 200 404 404 401 401"],
  "DELETE /api/requests/{id}": [`/api/requests/${requestId}`, "204 404 404 404 404 404 404 401 401"],
  "GET /api/approvals": ["/api/approvals", "403 403 200 200 200 403 403 401 401"],
  "GET /api/approvals/count": ["/api/approvals/count", "403 403 200 200 200 403 403 401 401"],
  "GET /api/approvals/evidence": [
    `/api/approvals/evidence?person=zhao&date=${date}`,
    "403 403 200 404 200 403 403 401 401",
  ],
  "POST /api/approvals": [
    "/api/approvals",
    "403 403 200 200 200 403 403 401 401",
    { id: pickId, verdict: "approve", items: [{ type: "request", id: pickId }] },
  ],
  "DELETE /api/approvals/{id}": [`/api/approvals/${batchId}`, "404 404 204 404 204 404 404 401 401"],
  "GET /api/projects": ["/api/projects", "200 200 200 200 200 200 200 401 401"],
  "POST /api/projects": ["/api/projects", "403 403 403 403 403 403 201 401 401", project],
  "GET /api/projects/{id}": ["/api/projects/lang", "200 404 200 404 200 200 200 401 401"],
  "PATCH /api/projects/{id}": [
    "/api/projects/lang",
    "403 404 200 404 403 403 200 401 401",
    { version: 1, name: "管廊", mark: "廊" },
  ],
  "GET /api/projects/{id}/members": ["/api/projects/lang/members", "403 404 200 404 200 403 200 401 401"],
  "PUT /api/projects/{id}/members": [
    "/api/projects/lang/members",
    "403 404 200 404 403 403 200 401 401",
    { members: [{ personId: "qian" }] },
  ],
  "DELETE /api/projects/{id}/members/{personId}": [
    "/api/projects/lang/members/nobody",
    "403 404 204 404 403 403 204 401 401",
  ],
  "GET /api/projects/{id}/sites": ["/api/projects/lang/sites", "403 404 200 404 200 403 200 401 401"],
  "PUT /api/projects/{id}/sites/{siteId}": [
    "/api/projects/lang/sites/north",
    "403 404 200 404 403 403 200 401 401",
    site,
  ],
  "DELETE /api/projects/{id}/sites/{siteId}": ["/api/projects/lang/sites/north", "403 404 204 404 403 403 204 401 401"],
  "GET /api/projects/{id}/hours": [`/api/projects/lang/hours?${range}`, "403 404 200 404 200 200 403 401 401"],
  "PUT /api/projects/{id}/budget": [
    "/api/projects/lang/budget",
    "403 404 200 404 403 200 200 401 401",
    { version: 0, minutes: 60, endsOn: null },
  ],
  "GET /api/projects/{id}/report": ["/api/projects/lang/report", "403 404 200 404 200 200 403 401 401"],
  "GET /api/exports/{what}": [
    `/api/exports/hours?${range}&format=csv&project=lang`,
    "403 404 200 404 200 200 403 401 401",
  ],
  "GET /api/costs": ["/api/costs?from=2026-08&to=2026-09", "403 403 403 403 403 200 403 401 401"],
  "GET /api/costs/{id}": ["/api/costs/lang?from=2026-08&to=2026-09", "403 403 403 403 403 200 403 401 401"],
  "GET /api/team": [`/api/team?date=${date}`, "403 403 200 200 200 403 403 401 401"],
  "GET /api/people": ["/api/people?q=z", "403 403 200 200 200 403 200 401 401"],
  "GET /api/roles": ["/api/roles", "403 403 403 403 403 403 200 401 401"],
  "PUT /api/roles/{personId}/{role}": ["/api/roles/zhao/hr", "403 403 403 403 403 403 204 401 401"],
  "DELETE /api/roles/{personId}/{role}": ["/api/roles/he/hr", "403 403 403 403 403 403 204 401 401"],
  "PUT /api/me/default-project": [
    "/api/me/default-project",
    "200 422 200 422 422 422 422 401 401",
    { projectId: "lang" },
  ],
  "GET /api/sync": ["/api/sync", "403 403 403 403 403 403 200 401 401"],
  "POST /api/sync/punches": ["/api/sync/punches", "403 403 403 403 403 403 202 401 401", { from: date, to: date }],
  "GET /api/sync/problems": ["/api/sync/problems", "403 403 403 403 403 403 200 401 401"],
  "GET /api/sync/rejected": ["/api/sync/rejected", "403 403 403 403 403 403 200 401 401"],
  "POST /api/sync/rejected/{id}/retry": ["/api/sync/rejected/0a/retry", "403 403 403 403 403 403 404 401 401"],
  "POST /api/sync/rejected/{id}/dismiss": ["/api/sync/rejected/0a/dismiss", "403 403 403 403 403 403 404 401 401"],
  "POST /api/sync/directory": ["/api/sync/directory", "403 403 403 403 403 403 202 401 401"],
  "GET /api/calendar/{year}": ["/api/calendar/2026", "200 200 200 200 200 200 200 401 401"],
  "PUT /api/calendar/{year}/days/{date}": [
    "/api/calendar/2026/days/2026-09-17",
    "403 403 403 403 403 403 200 401 401",
    { kind: "rest", reason: "厂庆" },
  ],
  "GET /api/approval-forms": ["/api/approval-forms", "403 403 403 403 403 403 200 401 401"],
  "PUT /api/approval-forms/{processCode}": [
    "/api/approval-forms/PROC-1",
    "403 403 403 403 403 403 200 401 401",
    { kind: "trip" },
  ],
  "GET /api/policy": ["/api/policy", "403 403 200 200 200 200 200 401 401"],
  "PUT /api/policy/{startsOn}": ["/api/policy/2026-09-01", "403 403 403 403 403 403 200 401 401", policy],
  "GET /api/terms": ["/api/terms", "403 403 403 403 200 200 200 401 401"],
  "PUT /api/people/{id}/terms/{startsOn}": [
    "/api/people/zhao/terms/2026-09-01",
    "403 403 403 403 204 403 204 401 401",
    { system: "irregular", cycle: null, dailyMinutes: 480 },
  ],
  "DELETE /api/people/{id}/terms/{startsOn}": [
    "/api/people/zhao/terms/2026-09-01",
    "403 403 403 403 204 403 204 401 401",
  ],
  "GET /api/rates": ["/api/rates", "403 403 403 403 403 200 403 401 401"],
  "PUT /api/people/{id}/rates/{startsOn}": [
    "/api/people/zhao/rates/2026-09-01",
    "403 403 403 403 403 204 403 401 401",
    { fenPerHour: 8000 },
  ],
  "DELETE /api/people/{id}/rates/{startsOn}": [
    "/api/people/zhao/rates/2026-09-01",
    "403 403 403 403 403 204 403 401 401",
  ],
  "GET /api/overtime": ["/api/overtime?person=zhao", "200 404 200 404 200 404 404 401 401"],
  "GET /api/alerts": ["/api/alerts", "200 200 200 200 200 200 200 401 401"],
  "GET /api/overtime/people": ["/api/overtime/people", "403 403 200 200 200 403 403 401 401"],
  "PUT /api/calendar/{year}": [
    "/api/calendar/2027",
    "403 403 403 403 403 403 200 401 401",
    { source: "省政府", days: { "2027-01-01": "statutory" }, reason: "还没有公布" },
  ],
  "GET /api/privacy": ["/api/privacy", "200 200 200 200 200 200 200 401 401"],
  "GET /api/privacy/export": ["/api/privacy/export", "200 200 200 200 200 200 200 401 401"],
  "POST /api/privacy/answer": [
    "/api/privacy/answer",
    "409 409 409 409 409 409 409 401 401",
    { id: batchId, version: "old", basis: "notice", location: true },
  ],
  "GET /api/periods": ["/api/periods", "403 403 403 403 200 200 200 401 401"],
  "GET /api/periods/{id}": ["/api/periods/2026-08", "403 403 403 403 200 200 200 401 401"],
  "GET /api/periods/{id}/sheet": ["/api/periods/2026-08/sheet", "403 403 403 403 200 200 200 401 401"],
  "POST /api/periods/{id}/state": [
    "/api/periods/2026-08/state",
    "403 403 403 403 200 403 403 401 401",
    { version: 0, state: "open-for-approvers" },
  ],
  "POST /api/periods/{id}/reopening": [
    "/api/periods/2026-07/reopening",
    "403 403 403 403 200 200 403 401 401",
    { reason: "漏了" },
  ],
  "DELETE /api/periods/{id}/reopening": ["/api/periods/2026-07/reopening", "403 403 403 403 204 204 403 401 401"],
  "PUT /api/periods/{id}/graces/{personId}": [
    "/api/periods/2026-08/graces/zhao",
    "403 403 403 403 204 403 403 401 401",
    { until: date, reason: "出差" },
  ],
  "DELETE /api/periods/{id}/graces/{personId}": [
    "/api/periods/2026-08/graces/zhao",
    "403 403 403 403 204 403 403 401 401",
  ],
  "GET /api/calls": ["/api/calls", "403 403 403 403 403 403 200 401 401"],
  "GET /api/calls/summary": ["/api/calls/summary", "403 403 403 403 403 403 200 401 401"],
  ...peopleRights,
  ...apiRights,
  ...hookRights,
  ...linkRights,
  ...targetRights,
  ...pushRights,
  ...stateRights,
  ...comparisonRights,
  ...mappingRights,
  ...taskRights,
  ...remoteRights,
  "GET /api/connection/scopes": ["/api/connection/scopes", "403 403 403 403 403 403 200 401 401"],
  "GET /api/connection": ["/api/connection", "403 403 403 403 403 403 200 401 401"],
  "POST /api/connection/check": ["/api/connection/check", "403 403 403 403 403 403 200 401 401", { step: "app" }],
  "POST /api/rebuild": ["/api/rebuild", "403 403 403 403 403 403 202 401 401", { write: false }],
  "GET /api/rebuild": ["/api/rebuild", "403 403 403 403 403 403 200 401 401"],
  "GET /api/rebuild/days": ["/api/rebuild/days", "403 403 403 403 200 403 403 401 401"],
  "GET /api/sync/{id}": ["/api/sync/night", "403 403 403 403 403 403 404 401 401"],
  "POST /api/sync/{id}/retry": ["/api/sync/night/retry", "403 403 403 403 403 403 404 401 401"],
  "POST /api/sync/shared": ["/api/sync/shared", "200 200 200 200 200 200 200 401 401"],
  "PUT /api/imports/{id}/parts/{n}": [
    `/api/imports/${pickId}/parts/0`,
    "403 403 403 403 200 403 200 401 401",
    { fileName: "a.xlsx", sheet: "原始记录", firstRow: 0, rows: [["姓名"]], last: false },
  ],
  "GET /api/imports": ["/api/imports", "403 403 403 403 200 403 200 401 401"],
  "GET /api/imports/{id}": [`/api/imports/${pickId}`, "403 403 403 403 404 403 404 401 401"],
  "POST /api/imports/{id}/confirm": [`/api/imports/${pickId}/confirm`, "403 403 403 403 404 403 404 401 401"],
  "DELETE /api/imports/{id}": [`/api/imports/${pickId}`, "403 403 403 403 404 403 404 401 401"],
};

/** The people of the table with their projects, roles and a little of everything. */
export async function furnish(house: House): Promise<void> {
  const { id, db } = house;
  await addPeople(house, Object.values(roles));
  await furnishTarget(house);
  await furnishRemote(house);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["qian"] });
  await plan(house, Object.values(roles), [date]);
  await db.batch([
    db.prepare(
      "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'lang', 'manager'), (?1, 'chen', 'shui', 'manager')",
      id,
    ),
    db.prepare("insert into role_grant values (?1, 'he', 'hr'), (?1, 'jin', 'finance'), (?1, 'lin', 'admin')", id),
    db.prepare(
      "update person set active = 0, sessions_from = ?2 where company_id = ?1 and id = 'gone'",
      id,
      house.now + 1,
    ),
    db.prepare(
      `insert into request values (?1, ?2, 'zhao', '2026-09-16', 'note', '{}', 'r', 'lang', '{}', 'waiting', 1, 'zhao', 'app')`,
      ...[id, requestId],
    ),
    db.prepare(
      `insert into difference values (?1, 'zhao', '2026-09-17', 'late', 12, 0, '{}', 'open', 1, 1, null, null)`,
      id,
    ),
    db.prepare("insert into approval_batch values (?1, ?2, 'wang', 1, '{}', '[]', null)", id, batchId),
    db.prepare(
      `insert into period (company_id, id, first, last, state, changed_at, changed_by)
       values (?1, '2026-07', '2026-07-01', '2026-07-31', 'closed', 1, 'he')`,
      id,
    ),
    db.prepare(
      `insert into pick (company_id, id, person_id, date, project_id, made_at, made_by, channel) values (?1, '${pickId}', 'zhao', '2026-09-16', 'lang', 1, 'zhao', 'app')`,
      id,
    ),
  ]);
}
