import { describe, expect, test } from "vitest";
import { cookieOf } from "./testing.ts";
import { date, furnish, id, type Row, splits, testRefused, wish } from "./testing-bad-input.ts";

const difference = { personId: "zhao", date, figure: "late", reason: "补过卡" };

const form = { title: "立项", active: true, version: 0, fields: { name: "a" } };

const rows: readonly Row[] = [
  ["malformed JSON", "400 bad-json", "zhao", "POST /api/picks", "{"],
  ["an empty body", "400 bad-json", "zhao", "POST /api/picks", ""],
  ["a list for an object", "400 invalid-input", "zhao", "POST /api/picks", []],
  ["a number for a text", "400 invalid-input", "zhao", "POST /api/picks", { ...wish, projectId: 5 }],
  ["a field nobody knows", "400 invalid-input", "zhao", "POST /api/picks", { ...wish, person: "qian" }],
  ["an id that is no UUID", "400 invalid-input", "zhao", "POST /api/picks", { ...wish, id: "1" }],
  ["a day that does not exist", "400 invalid-input", "zhao", "POST /api/picks", { ...wish, date: "2026-02-30" }],
  ["a time that does not exist", "400 invalid-input", "zhao", "POST /api/picks", { ...wish, from: "24:00" }],
  ["a pick too far ahead", "422 date-out-of-range", "zhao", "POST /api/picks", { ...wish, date: "2026-09-25" }],
  ["a pick too far back", "422 date-out-of-range", "zhao", "POST /api/picks", { ...wish, date: "2026-08-16" }],
  ["a pick on an unknown project", "422 project-not-bookable", "zhao", "POST /api/picks", { ...wish, projectId: "no" }],
  [
    "a pick on another's project",
    "422 project-not-bookable",
    "zhao",
    "POST /api/picks",
    { ...wish, projectId: "shui" },
  ],
  ["a pick on a closed project", "422 project-not-bookable", "zhao", "POST /api/picks", { ...wish, projectId: "zu" }],
  ["withdrawing an unknown pick", "404 not-found", "zhao", `DELETE /api/picks/${id}`],
  ["withdrawing by what is no id", "400 invalid-input", "zhao", "DELETE /api/picks/5"],
  [
    "a split with an empty part",
    "422 split-part-not-positive",
    "zhao",
    "PUT /api/workdays/2026-09-15/split",
    splits(0),
  ],
  [
    "a split below nothing",
    "422 split-part-not-positive",
    "zhao",
    "PUT /api/workdays/2026-09-15/split",
    splits(90, -30),
  ],
  ["a split of half minutes", "400 invalid-input", "zhao", "PUT /api/workdays/2026-09-15/split", splits(1.5)],
  ["a split longer than the day", "422 split-too-long", "zhao", "PUT /api/workdays/2026-09-15/split", splits(120, 61)],
  [
    "a split longer than a running day's plan",
    "422 split-too-long",
    "zhao",
    `PUT /api/workdays/${date}/split`,
    splits(481),
  ],
  [
    "a split on another's project",
    "422 project-not-bookable",
    "zhao",
    "PUT /api/workdays/2026-09-15/split",
    { version: 0, parts: [{ projectId: "shui", minutes: 60 }] },
  ],
  [
    "a split of a version there never was",
    "409 version-conflict",
    "zhao",
    "PUT /api/workdays/2026-09-15/split",
    { ...splits(60), version: 7 },
  ],
  ["another person's days", "404 not-found", "zhao", `GET /api/workdays?from=${date}&to=${date}&person=qian`],
  ["another person's day", "404 not-found", "zhao", `GET /api/workdays/${date}?person=qian`],
  ["nobody's days", "404 not-found", "zhao", `GET /api/workdays/${date}?person=nobody`],
  [
    "a range that ends before it starts",
    "400 range-reversed",
    "zhao",
    "GET /api/workdays?from=2026-09-02&to=2026-09-01",
  ],
  ["a range of 63 days", "400 range-too-long", "zhao", "GET /api/workdays?from=2026-07-01&to=2026-09-01"],
  ["a range without its end", "400 invalid-input", "zhao", "GET /api/workdays?from=2026-07-01"],
  ["a day of a year without calendar", "409 calendar-year-missing", "zhao", "GET /api/workdays/2027-01-04"],
  [
    "a grouping nobody knows",
    "400 invalid-input",
    "lin",
    `GET /api/projects/lang/hours?from=${date}&to=${date}&by=team`,
  ],
  ["an unknown project", "404 not-found", "lin", "GET /api/projects/no"],
  [
    "members of an unknown project",
    "404 not-found",
    "lin",
    "PUT /api/projects/no/members",
    { members: [{ personId: "zhao" }] },
  ],
  [
    "members who are nobody",
    "404 not-found",
    "lin",
    "PUT /api/projects/lang/members",
    { members: [{ personId: "no" }] },
  ],
  ["no members at all", "400 invalid-input", "lin", "PUT /api/projects/lang/members", { members: [] }],
  ["a difference that is none", "404 not-found", "he", "PUT /api/differences", { ...difference, date: "2026-09-01" }],
  ["a difference of something else", "400 invalid-input", "he", "PUT /api/differences", { ...difference, figure: "x" }],
  [
    "a comparison of today",
    "422 date-out-of-range",
    "he",
    "POST /api/sync/reconciliation",
    { from: "2026-09-16", to: "2026-09-17" },
  ],
  [
    "a comparison of a year",
    "400 range-too-long",
    "he",
    "POST /api/sync/reconciliation",
    { from: "2026-08-01", to: "2026-09-16" },
  ],
  [
    "a form without a name field",
    "400 invalid-input",
    "lin",
    "PUT /api/project-forms/P",
    { ...form, fields: { code: "a" } },
  ],
  [
    "a form with a field nobody knows",
    "400 invalid-input",
    "lin",
    "PUT /api/project-forms/P",
    { ...form, fields: { name: "a", x: "b" } },
  ],
  ["an old version of a form", "409 version-conflict", "lin", "PUT /api/project-forms/P", { ...form, version: 7 }],
  ["a form with a strange code", "400 invalid-input", "lin", "PUT /api/project-forms/a%20b", form],
  ["an act that is none", "400 invalid-input", "lin", "POST /api/project-approvals/x", { act: "burn" }],
  ["check-ins perhaps", "400 invalid-input", "lin", "PUT /api/projects/lang/visiting", { on: "perhaps" }],
  ["check-ins backwards", "400 range-reversed", "zhao", "GET /api/visits?from=2026-09-17&to=2026-09-16"],
  ["check-ins of a year", "400 range-too-long", "zhao", "GET /api/visits?from=2026-01-01&to=2026-12-31"],
  [
    "check-ins after a strange place",
    "400 invalid-input",
    "zhao",
    `GET /api/visits?from=2026-09-17&to=2026-09-17&cursor=x`,
  ],
  ["a site without a name", "400 invalid-input", "lin", "PUT /api/projects/lang/sites/a", { name: " " }],
  ["a site with a strange id", "400 invalid-input", "lin", "PUT /api/projects/lang/sites/a%20b", { name: "门" }],
  [
    "a mark of one letter",
    "400 invalid-input",
    "lin",
    "POST /api/projects",
    { id: "n", code: "n", name: "n", shortName: "n", mark: "x" },
  ],
  [
    "a code that is taken",
    "409 code-taken",
    "lin",
    "POST /api/projects",
    { id: "n", code: "lang", name: "n", shortName: "n", mark: "新" },
  ],
  [
    "a change of an older version",
    "409 version-conflict",
    "lin",
    "PATCH /api/projects/lang",
    { version: 0, name: "n" },
  ],
  ["a role for nobody", "404 not-found", "lin", "PUT /api/roles/nobody/hr"],
  ["a role that does not exist", "400 invalid-input", "lin", "PUT /api/roles/zhao/king"],
  ["taking the last admin's role", "409 last-admin", "lin", "DELETE /api/roles/lin/admin"],
  ["a pull of the future", "422 date-out-of-range", "lin", "POST /api/sync/punches", { from: date, to: "2026-09-18" }],
  ["a rebuild that says not whether it writes", "400 invalid-input", "lin", "POST /api/rebuild", {}],
  ["a page of a rebuild that is none", "400 invalid-input", "he", "GET /api/rebuild/days?cursor=x"],
  [
    "a pull of long ago",
    "422 date-out-of-range",
    "lin",
    "POST /api/sync/punches",
    { from: "2026-03-01", to: "2026-03-02" },
  ],
  [
    "a default project of others",
    "422 project-not-bookable",
    "zhao",
    "PUT /api/me/default-project",
    { projectId: "shui" },
  ],
  ["a path there is not", "404 not-found", "zhao", "GET /api/nothing"],
  ["a method there is not", "405 method-not-allowed", "zhao", "PUT /api/today"],
  ["a body of 2 MB", "413 body-too-large", "zhao", "POST /api/picks", { ...wish, taskId: "x".repeat(2_000_000) }],
  ["an event of 2 MB", "413 body-too-large", "zhao", "POST /dingtalk/callback", { encrypt: "x".repeat(2_000_000) }],
  [
    "an event of no host's",
    "404 not-found",
    "zhao",
    "POST /dingtalk/stream",
    { type: "check_in", id: "x", corpId: null, bornAt: null },
  ],
  ["a state of no host's", "404 not-found", "zhao", "PUT /dingtalk/stream", { state: "connected", problem: null }],
  ["a login that leads elsewhere", "400 invalid-input", "zhao", "GET /api/login?returnTo=//evil.test"],
  ["a login that nobody began", "401 state-invalid", "zhao", "GET /api/login/callback?authCode=x&state=y"],
  ["a stranger's page to sign", "403 forbidden", "zhao", "GET /api/jsapi-signature?url=https://evil.test/"],
  ["an event without signature", "401 signature-invalid", "zhao", "POST /dingtalk/callback", { encrypt: "x" }],
];

describe("bad input gets its code and changes nothing", () => {
  testRefused(rows);

  test("a body that is not called JSON", async () => {
    const house = await furnish();
    const headers = { cookie: await cookieOf(house.id, "zhao", house.now), "content-type": "text/plain" };
    const response = await house.request("/api/picks", { method: "POST", headers, body: JSON.stringify(wish) });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "bad-json" });
  });

  test("names the fields that are wrong", async () => {
    const house = await furnish();
    const body = { version: "1", parts: [{ projectId: "lang", minutes: "60" }] };
    const { body: problem } = await house.as("zhao").refused("PUT", `/api/workdays/${date}/split`, body);
    expect(problem.fields?.map(({ path }) => path)).toEqual(["version", "parts.0.minutes"]);
  });
});
