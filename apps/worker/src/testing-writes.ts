import { noticeOf } from "@today/core/notice";
import { defaultPrivacy } from "@today/core/privacy";
import { digestOf } from "@today/db/digest";
import type { ApprovalRef } from "./contract.ts";
import { mappingWrites } from "./testing-writes-mapping.ts";
import { remoteWrites } from "./testing-writes-remote.ts";

/** What random writes are made of: `one` draws from a list, another time another one. */
export interface Draw {
  one<const T>(...list: readonly T[]): T;
  /** Allocations of the closed days, as they were seen before. */
  readonly refs: readonly ApprovalRef[];
}

interface Write {
  readonly path: string;
  readonly body?: unknown;
}

/** The ids that writes share, so that one may meet what another made. */
export const writeIds = [
  "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11",
  "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12",
  "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c13",
  "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c14",
  "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c15",
] as const;

const dates = ["2026-09-14", "2026-09-15", "2026-09-16", "2026-09-30"] as const;
const people = ["zhao", "qian", "wang", "sun"] as const;
const reason = "忘了";
const notice = digestOf(JSON.stringify(noticeOf(defaultPrivacy)));

const id = ({ one }: Draw) => one(...writeIds);
const date = ({ one }: Draw) => one(...dates);
const start = ({ one }: Draw) => one("2026-09-15", "2026-10-01", "2026-10-05");
const person = ({ one }: Draw) => one(...people);
const project = ({ one }: Draw) => one("lang", "shui");
const clock = ({ one }: Draw) => one("08:30", "12:30", "18:00", "21:00");
const minutes = ({ one }: Draw) => one(30, 120, 300);
const parts = (draw: Draw) => [{ projectId: project(draw), minutes: minutes(draw) }];
const forSomebody = (draw: Draw) => (draw.one(true, false) ? { personId: person(draw), reason } : {});

function request(draw: Draw): object {
  const about = {
    id: id(draw),
    date: date(draw),
    reason,
    ...(draw.one(true, false) ? { personId: person(draw) } : {}),
  };
  return draw.one<object>(
    { ...about, kind: "clock-out", at: clock(draw) },
    { ...about, kind: "clock-in", at: clock(draw) },
    { ...about, kind: "pick", projectId: project(draw) },
    { ...about, kind: "split", parts: parts(draw) },
    { ...about, kind: "overtime", start: "18:00", end: "20:00" },
    { ...about, kind: "note" },
  );
}

function policy({ one }: Draw): object {
  const tolerance = { minutes: one(0, 480), lateDays: one(0, 31) };
  const rules = { tolerance, backDays: 92, overtimeBackDays: 92, period: one("month", "week"), lieu: true };
  const breaks = one({ rule: "shift" }, { rule: "length", after: 60, minutes: 60 });
  return { overtime: one("all", "none"), breaks, longDay: 600, rules: { ...rules, onlyApproved: true } };
}

function importPart(draw: Draw): object {
  const heading = ["姓名", "工号", "UserId", "考勤日期", "考勤时间", "打卡时间", "打卡结果"];
  const row = ["赵", "7", person(draw), `${date(draw).slice(2)} 星期一`, "18:00", clock(draw), "正常"];
  return { fileName: "9月.xlsx", sheet: "原始记录", firstRow: 0, rows: [heading, row], last: true };
}

/** How each route that writes may be used on a closed September; a route of the document that is missing here fails its test. */
export const writes: Readonly<Record<string, (draw: Draw) => Write>> = {
  "POST /dingtalk/stream": () => ({
    path: "/dingtalk/stream",
    body: { type: "check_in", id: "x", corpId: null, bornAt: null },
  }),
  "PUT /dingtalk/stream": () => ({ path: "/dingtalk/stream", body: { state: "connected", problem: null } }),
  "POST /dingtalk/callback": () => ({ path: "/dingtalk/callback", body: { encrypt: "x" } }),
  "POST /api/session": () => ({ path: "/api/session", body: { code: "x" } }),
  "DELETE /api/session": () => ({ path: "/api/session" }),
  "POST /api/picks": (draw) => ({
    path: "/api/picks",
    body: { id: id(draw), date: date(draw), projectId: project(draw), ...forSomebody(draw) },
  }),
  "DELETE /api/picks/{id}": (draw) => ({ path: `/api/picks/${id(draw)}` }),
  "PUT /api/workdays/{date}/split": (draw) => ({
    path: `/api/workdays/${date(draw)}/split`,
    body: { version: draw.one(0, 1, 2), parts: parts(draw), ...forSomebody(draw) },
  }),
  "POST /api/requests": (draw) => ({ path: "/api/requests", body: request(draw) }),
  "DELETE /api/requests/{id}": (draw) => ({ path: `/api/requests/${id(draw)}` }),
  "POST /api/approvals": (draw) => ({
    path: "/api/approvals",
    body: {
      ...{ id: id(draw), verdict: draw.one("approve", "return"), reason },
      items: [draw.one<ApprovalRef>(...draw.refs), { type: "request", id: id(draw) }],
    },
  }),
  "DELETE /api/approvals/{id}": (draw) => ({ path: `/api/approvals/${id(draw)}` }),
  "POST /api/projects": () => ({
    path: "/api/projects",
    body: { id: "neu", code: "N", name: "新项目", shortName: "新", mark: "新" },
  }),
  "PATCH /api/projects/{id}": (draw) => ({
    path: `/api/projects/${project(draw)}`,
    body: { version: draw.one(1, 2), mark: "廊", closedOn: draw.one(null, "2026-09-14") },
  }),
  "PUT /api/projects/{id}/members": (draw) => ({
    path: `/api/projects/${project(draw)}/members`,
    body: { members: [{ personId: person(draw), startsOn: draw.one(null, "2026-09-15") }] },
  }),
  "DELETE /api/projects/{id}/members/{personId}": (draw) => ({
    path: `/api/projects/${project(draw)}/members/${person(draw)}`,
  }),
  "PUT /api/projects/{id}/sites/{siteId}": (draw) => ({
    path: `/api/projects/${project(draw)}/sites/${draw.one("s", "t")}`,
    body: { name: "北门", lat: 30.4, lng: 120.2 },
  }),
  "PUT /api/project-forms/{processCode}": (draw) => ({
    path: "/api/project-forms/PROC-1",
    body: { title: "立项", active: false, version: draw.one(0, 1), fields: { name: "a" } },
  }),
  "POST /api/project-approvals/{id}": (draw) => ({
    path: "/api/project-approvals/none",
    body: { act: draw.one("retry", "dismiss") },
  }),
  "PUT /api/differences": (draw) => ({
    path: "/api/differences",
    body: { personId: "zhao", date: draw.one("2026-09-16", "2026-09-17"), figure: "late", reason: "补过卡" },
  }),
  "POST /api/sync/reconciliation": () => ({
    path: "/api/sync/reconciliation",
    body: { from: "2026-09-01", to: "2026-09-16" },
  }),
  "PUT /api/projects/{id}/visiting": (draw) => ({
    path: `/api/projects/${project(draw)}/visiting`,
    body: { on: draw.one(true, false) },
  }),
  "DELETE /api/projects/{id}/sites/{siteId}": (draw) => ({ path: `/api/projects/${project(draw)}/sites/s` }),
  "PUT /api/projects/{id}/budget": (draw) => ({
    path: `/api/projects/${project(draw)}/budget`,
    body: { version: draw.one(0, 1), minutes: minutes(draw), endsOn: null },
  }),
  "PUT /api/roles/{personId}/{role}": (draw) => ({
    path: `/api/roles/${person(draw)}/${draw.one("hr", "finance", "admin")}`,
  }),
  "DELETE /api/roles/{personId}/{role}": (draw) => ({ path: `/api/roles/${person(draw)}/${draw.one("hr", "admin")}` }),
  "PUT /api/me/default-project": (draw) => ({
    path: "/api/me/default-project",
    body: { projectId: draw.one(null, "lang", "shui") },
  }),
  "POST /api/sync/punches": (draw) => ({
    path: "/api/sync/punches",
    body: { from: date(draw), to: "2026-10-01" },
  }),
  "POST /api/sync/rejected/{id}/retry": () => ({ path: "/api/sync/rejected/0a/retry" }),
  "POST /api/sync/rejected/{id}/dismiss": () => ({ path: "/api/sync/rejected/0a/dismiss" }),
  "POST /api/sync/directory": () => ({ path: "/api/sync/directory" }),
  "POST /api/rebuild": ({ one }) => ({ path: "/api/rebuild", body: { write: one(true, false) } }),
  "POST /api/sync/shared": () => ({ path: "/api/sync/shared" }),
  "POST /api/sync/{id}/retry": () => ({ path: "/api/sync/night/retry" }),
  "POST /api/connection/check": () => ({ path: "/api/connection/check", body: { step: "home" } }),
  "PUT /api/calendar/{year}": () => ({
    path: "/api/calendar/2026",
    body: { source: "省政府", days: { "2026-09-14": "statutory" }, reason },
  }),
  "PUT /api/calendar/{year}/days/{date}": (draw) => ({
    path: `/api/calendar/2026/days/${date(draw)}`,
    body: { kind: draw.one(null, "rest", "statutory"), reason },
  }),
  "POST /api/privacy/answer": (draw) => ({
    path: "/api/privacy/answer",
    body: { id: id(draw), version: notice, basis: "notice", location: draw.one(true, false) },
  }),
  "PUT /api/approval-forms/{processCode}": ({ one }) => ({
    path: `/api/approval-forms/${one("PROC-1", "PROC-2")}`,
    body: { kind: one("trip", null) },
  }),
  "PUT /api/policy/{startsOn}": (draw) => ({ path: `/api/policy/${start(draw)}`, body: policy(draw) }),
  "PUT /api/people/{id}/terms/{startsOn}": (draw) => ({
    path: `/api/people/${person(draw)}/terms/${start(draw)}`,
    body: { system: "irregular", cycle: null, dailyMinutes: 360 },
  }),
  "DELETE /api/people/{id}/terms/{startsOn}": (draw) => ({ path: `/api/people/${person(draw)}/terms/${start(draw)}` }),
  "PUT /api/people/{id}/rates/{startsOn}": (draw) => ({
    path: `/api/people/${person(draw)}/rates/${start(draw)}`,
    body: { fenPerHour: 8000 },
  }),
  "DELETE /api/people/{id}/rates/{startsOn}": (draw) => ({ path: `/api/people/${person(draw)}/rates/${start(draw)}` }),
  "POST /api/periods/{id}/state": (draw) => ({
    path: "/api/periods/2026-09/state",
    body: { version: draw.one(0, 1, 2, 3), state: draw.one("open", "open-for-approvers", "closed") },
  }),
  "POST /api/periods/{id}/reopening": () => ({ path: "/api/periods/2026-09/reopening", body: { reason } }),
  "DELETE /api/periods/{id}/reopening": () => ({ path: "/api/periods/2026-09/reopening" }),
  "PUT /api/periods/{id}/graces/{personId}": (draw) => ({
    path: `/api/periods/2026-09/graces/${person(draw)}`,
    body: { until: "2026-10-31", reason },
  }),
  "DELETE /api/periods/{id}/graces/{personId}": (draw) => ({ path: `/api/periods/2026-09/graces/${person(draw)}` }),
  "PUT /api/imports/{id}/parts/{n}": (draw) => ({
    path: `/api/imports/${writeIds[0]}/parts/0`,
    body: importPart(draw),
  }),
  "POST /api/imports/{id}/confirm": () => ({ path: `/api/imports/${writeIds[0]}/confirm` }),
  "DELETE /api/imports/{id}": () => ({ path: `/api/imports/${writeIds[0]}` }),
  "POST /api/hooks": (draw) => ({
    path: "/api/hooks",
    body: {
      ...{ id: id(draw), kind: "webhook", name: "平台", url: "https://hooks.example.com/x" },
      ...{ events: [draw.one("workday.settled", "allocation.changed", "period.reopened")], projectId: null },
    },
  }),
  "PATCH /api/hooks/{id}": (draw) => ({
    path: `/api/hooks/${id(draw)}`,
    body: { version: draw.one(1, 2), state: draw.one("on", "paused") },
  }),
  "DELETE /api/hooks/{id}": (draw) => ({ path: `/api/hooks/${id(draw)}` }),
  "POST /api/hooks/{id}/secrets": (draw) => ({ path: `/api/hooks/${id(draw)}/secrets` }),
  "POST /api/hooks/{id}/replays": (draw) => ({
    path: `/api/hooks/${id(draw)}/replays`,
    body: { since: "2026-09-14T00:00:00+08:00" },
  }),
  "POST /api/hooks/{id}/tests": (draw) => ({ path: `/api/hooks/${id(draw)}/tests` }),
  "POST /v1/hooks": () => ({
    path: "/v1/hooks",
    body: { targetUrl: "https://hooks.zapier.com/hooks/standard/1/2/", event: "workday.settled" },
  }),
  "DELETE /v1/hooks/{id}": (draw) => ({ path: `/v1/hooks/${id(draw)}` }),
  "POST /api/scim-tokens": (draw) => ({
    path: "/api/scim-tokens",
    body: { id: id(draw), name: "目录", source: "scim", days: null },
  }),
  "DELETE /api/scim-tokens/{id}": (draw) => ({ path: `/api/scim-tokens/${id(draw)}` }),
  "POST /api/api-keys": (draw) => ({
    path: "/api/api-keys",
    body: { id: id(draw), name: "Zapier", scopes: [draw.one("picks:write", "projects:write")], days: null },
  }),
  "POST /v1/projects": () => ({
    path: "/v1/projects",
    body: { code: "N", name: "新项目", shortName: "新", mark: "新" },
  }),
  "POST /v1/picks": (draw) => ({
    path: "/v1/picks",
    body: { personId: person(draw), date: date(draw), projectId: project(draw), reason },
  }),
  "POST /api/targets": (draw) => ({
    path: "/api/targets",
    body: { id: id(draw), kind: "redmine", name: "R", settings: { address: "https://pm.example.com", key: "k" } },
  }),
  "PATCH /api/targets/{id}": (draw) => ({
    path: `/api/targets/${id(draw)}`,
    body: { version: draw.one(1, 2), state: draw.one("on", "paused"), approvedOnly: draw.one(true, false) },
  }),
  "DELETE /api/targets/{id}": (draw) => ({ path: `/api/targets/${id(draw)}` }),
  "POST /api/targets/{id}/checks": (draw) => ({ path: `/api/targets/${id(draw)}/checks` }),
  "POST /api/targets/{id}/pushes": (draw) => ({ path: `/api/targets/${id(draw)}/pushes` }),
  "POST /api/targets/{id}/retries": (draw) => ({
    path: `/api/targets/${id(draw)}/retries`,
    body: draw.one<object>({ all: true }, { keys: ["a|b"] }),
  }),
  "POST /api/targets/{id}/comparisons": (draw) => ({
    ...{ path: `/api/targets/${id(draw)}/comparisons`, body: { month: "2026-09" } },
  }),
  "POST /api/targets/{id}/mends": (draw) => ({
    ...{ path: `/api/targets/${id(draw)}/mends`, body: { month: "2026-09", all: true } },
  }),
  ...remoteWrites,
  ...mappingWrites,
  "POST /api/target-checks": () => ({ path: "/api/target-checks", body: { kind: "redmine", settings: {} } }),
  "DELETE /api/api-keys/{id}": (draw) => ({ path: `/api/api-keys/${id(draw)}` }),
  "PUT /api/accounts/{id}/person": (draw) => ({ path: "/api/accounts/a/person", body: { person: person(draw) } }),
  "DELETE /api/accounts/{id}/person": () => ({ path: "/api/accounts/a/person" }),
  "PUT /api/account-rules": (draw) => ({
    path: "/api/account-rules",
    body: { version: draw.one(0, 1), rules: [{ kind: draw.one("email", "number") }] },
  }),
  "PUT /api/positions": (draw) => ({
    path: "/api/positions",
    body: { version: draw.one(0, 1), positions: [{ code: "PM", nameZh: "经理", nameEn: "PM", patterns: [] }] },
  }),
};
