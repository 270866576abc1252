import { defaultRules } from "@today/core/rules";
import { addPeople, addProject, beijing, plan, pull, punch } from "@today/db/testing";
import { seal } from "@today/dingtalk/callback/seal";
import { describe, expect, test } from "vitest";
import { cookieOf, type House, openHouse } from "./testing.ts";

const date = "2026-09-17";
const id = "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11";
const keys = { token: "123456", aesKey: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij", ownerKey: "dingkey" };
const wish = { id, date, projectId: "lang" };
const decision = { id, verdict: "approve", items: [{ type: "request", id }] };

/** Zhao is on `lang` and was there from 9 to 12 yesterday; `shui` is Qian's; Lin is the admin, Wang manages `shui`. */
async function furnish(): Promise<House> {
  const house = await openHouse();
  await addPeople(house, ["lin", "he", "jin"]);
  await addProject(house, { id: "lang", members: ["zhao"] });
  await addProject(house, { id: "shui", members: ["qian"] });
  await addProject(house, { id: "zu", members: ["zhao"], closedOn: "2026-09-16" });
  await plan(house, ["zhao"], ["2026-09-15", date]);
  await pull(house, beijing("2026-09-15", 800), [
    punch("zhao", "2026-09-15", [540, "on"]),
    punch("zhao", "2026-09-15", [720, "off"]),
  ]);
  const grant = "insert into role_grant values (?1, 'lin', 'admin'), (?1, 'he', 'hr'), (?1, 'jin', 'finance')";
  await house.db.batch([house.db.prepare(grant, house.id)]);
  const managing =
    "insert into project_member (company_id, person_id, project_id, role) values (?1, 'wang', 'shui', 'manager')";
  await addPeople(house, ["wang"]);
  await house.db.batch([house.db.prepare(managing, house.id)]);
  return house;
}

const splits = (...minutes: number[]) => ({
  version: 0,
  parts: minutes.map((one) => ({ projectId: "lang", minutes: one })),
});

const august = "/api/periods/2026-08";
const moveTo = (state: string, version = 0) => ({ version, state });

type Row = readonly [title: string, answer: string, who: string, request: string, body?: unknown];

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
  ["a list nobody knows", "400 invalid-input", "jin", `GET /api/exports/wages?from=${date}&to=${date}`],
  ["hours of a month that is no day", "400 invalid-input", "jin", "GET /api/exports/hours?from=2026-09&to=2026-09"],
  ["costs by the day", "400 invalid-input", "jin", `GET /api/exports/cost?from=${date}&to=${date}`],
  ["hours of 63 days", "400 range-too-long", "jin", "GET /api/exports/hours?from=2026-07-01&to=2026-09-01"],
  [
    "a budget of nothing",
    "400 invalid-input",
    "lin",
    "PUT /api/projects/lang/budget",
    { version: 0, minutes: 0, endsOn: null },
  ],
  [
    "a budget in money from others than finance",
    "403 forbidden",
    "lin",
    "PUT /api/projects/lang/budget",
    { version: 0, minutes: 60, fen: 100, endsOn: null },
  ],
  [
    "a budget of a version there never was",
    "409 version-conflict",
    "lin",
    "PUT /api/projects/lang/budget",
    { version: 3, minutes: 60, endsOn: null },
  ],
  [
    "a budget of an unknown project",
    "404 not-found",
    "lin",
    "PUT /api/projects/no/budget",
    { version: 0, minutes: 60, endsOn: null },
  ],
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
  [
    "a day of another year",
    "400 invalid-input",
    "lin",
    "PUT /api/calendar/2026/days/2027-01-01",
    { kind: "rest", reason: "厂庆" },
  ],
  [
    "a change of a day without a reason",
    "400 invalid-input",
    "lin",
    "PUT /api/calendar/2026/days/2026-09-17",
    { kind: "rest", reason: " " },
  ],
  [
    "a day of a year nobody knows",
    "409 calendar-year-missing",
    "lin",
    "PUT /api/calendar/2027/days/2027-01-01",
    { kind: "rest", reason: "厂庆" },
  ],
  [
    "a calendar file with days of another year",
    "422 calendar-file-malformed",
    "lin",
    "PUT /api/calendar/2027",
    { source: "省政府", days: { "2026-01-01": "statutory" }, reason: "x" },
  ],
  [
    "a calendar file with a kind nobody knows",
    "400 invalid-input",
    "lin",
    "PUT /api/calendar/2027",
    { source: "省政府", days: { "2027-01-01": "party" }, reason: "x" },
  ],
  [
    "a policy with a break after nothing",
    "400 invalid-input",
    "lin",
    "PUT /api/policy/2026-09-01",
    { overtime: "all", breaks: { rule: "length", after: 0, minutes: 60 }, longDay: 960, rules: defaultRules },
  ],
  [
    "a policy without its rules",
    "400 invalid-input",
    "lin",
    "PUT /api/policy/2026-09-01",
    { overtime: "all", breaks: { rule: "shift" }, longDay: 960 },
  ],
  [
    "comprehensive hours without a cycle",
    "422 terms-malformed",
    "lin",
    "PUT /api/people/zhao/terms/2026-09-01",
    { system: "comprehensive", cycle: null, dailyMinutes: 480 },
  ],
  [
    "a day of thirteen hours",
    "422 terms-malformed",
    "lin",
    "PUT /api/people/zhao/terms/2026-09-01",
    { system: "standard", cycle: null, dailyMinutes: 780 },
  ],
  [
    "terms of nobody",
    "404 not-found",
    "lin",
    "PUT /api/people/nobody/terms/2026-09-01",
    { system: "standard", cycle: null, dailyMinutes: 480 },
  ],
  ["taking back the terms of nobody", "404 not-found", "lin", "DELETE /api/people/nobody/terms/2026-09-01"],
  ["a page after nowhere", "400 invalid-input", "lin", "GET /api/terms?cursor=5"],
  [
    "a rate by the hour and by the month",
    "400 invalid-input",
    "jin",
    "PUT /api/people/zhao/rates/2026-09-01",
    { fenPerHour: 8000, fenPerMonth: 1_000_000 },
  ],
  ["a rate below nothing", "400 invalid-input", "jin", "PUT /api/people/zhao/rates/2026-09-01", { fenPerHour: -1 }],
  ["a rate of nobody", "404 not-found", "jin", "PUT /api/people/nobody/rates/2026-09-01", { fenPerHour: 1 }],
  ["a rate by the admin", "403 forbidden", "lin", "PUT /api/people/zhao/rates/2026-09-01", { fenPerHour: 1 }],
  [
    "returning without a reason",
    "422 reason-missing",
    "wang",
    "POST /api/approvals",
    { ...decision, verdict: "return" },
  ],
  ["a reason of spaces", "400 invalid-input", "wang", "POST /api/approvals", { ...decision, reason: " " }],
  ["approving nothing", "400 invalid-input", "wang", "POST /api/approvals", { ...decision, items: [] }],
  [
    "approving by what is no id",
    "400 invalid-input",
    "wang",
    "POST /api/approvals",
    { ...decision, items: [{ type: "request", id: "1" }] },
  ],
  [
    "approving an allocation without its minutes",
    "400 invalid-input",
    "wang",
    "POST /api/approvals",
    { ...decision, items: [{ type: "allocation", personId: "zhao", date, projectId: "lang", key: "|pick||" }] },
  ],
  ["approving without any project", "403 forbidden", "zhao", "POST /api/approvals", decision],
  ["taking back what nobody did", "404 not-found", "wang", `DELETE /api/approvals/${id}`],
  [
    "the evidence of a day that does not exist",
    "400 invalid-input",
    "wang",
    "GET /api/approvals/evidence?person=zhao&date=2026-02-30",
  ],
  ["a period that is none", "404 not-found", "he", "GET /api/periods/2026-W38"],
  ["a period of a month there is not", "400 invalid-input", "he", "GET /api/periods/2026-13"],
  ["a period's state nobody knows", "400 invalid-input", "he", `POST ${august}/state`, { version: 0, state: "shut" }],
  ["a move of a version there never was", "409 version-conflict", "he", `POST ${august}/state`, moveTo("open", 7)],
  ["closing what is not open for approvers", "409 period-move-unknown", "he", `POST ${august}/state`, moveTo("closed")],
  ["reopening without a reason", "400 invalid-input", "he", `POST ${august}/reopening`, { reason: " " }],
  ["reopening what is open", "409 period-move-unknown", "he", `POST ${august}/reopening`, { reason: "漏了" }],
  ["grace without a reason", "400 invalid-input", "he", `PUT ${august}/graces/zhao`, { until: date }],
  ["grace for nobody", "404 not-found", "he", `PUT ${august}/graces/no`, { until: date, reason: "出差" }],
  [
    "grace until yesterday",
    "422 date-out-of-range",
    "he",
    `PUT ${august}/graces/zhao`,
    { until: "2026-09-16", reason: "出差" },
  ],
  ["overtime of a month there is not", "400 invalid-input", "zhao", "GET /api/overtime?month=2026-13"],
  ["a colleague's overtime", "404 not-found", "zhao", "GET /api/overtime?person=qian"],
  ["nobody's overtime", "404 not-found", "he", "GET /api/overtime?person=nobody"],
  ["a path there is not", "404 not-found", "zhao", "GET /api/nothing"],
  ["a method there is not", "405 method-not-allowed", "zhao", "PUT /api/today"],
  ["a body of 2 MB", "413 body-too-large", "zhao", "POST /api/picks", { ...wish, taskId: "x".repeat(2_000_000) }],
  ["an event of 2 MB", "413 body-too-large", "zhao", "POST /dingtalk/callback", { encrypt: "x".repeat(2_000_000) }],
  ["an event without signature", "401 signature-invalid", "zhao", "POST /dingtalk/callback", { encrypt: "x" }],
];

describe("bad input gets its code and changes nothing", () => {
  test.each(rows.map(([title, ...row]) => ({ title, row })))(
    "$title",
    async ({ row: [answer, who, request, body] }) => {
      const house = await furnish();
      const before = await house.count();
      const [method = "", path = ""] = request.split(" ");
      const refused = await house.as(who).refused(method, path, body);
      expect(`${refused.status} ${refused.body.code}`).toBe(answer);
      expect(refused.body).toMatchObject({ status: refused.status, type: expect.stringMatching(/^urn:/) });
      expect(refused.headers.get("content-type")).toBe("application/problem+json");
      expect(JSON.stringify(refused.body)).not.toMatch(/\.ts|select |insert /);
      expect(await house.count()).toEqual(before);
      expect(house.sent).toEqual([]);
    },
  );

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

describe("a session that is none", () => {
  test("is missing, forged, of another company, over, or of somebody who has left", async () => {
    const house = await furnish();
    const good = await cookieOf(house.id, "zhao", house.now);
    const tampered = decodeURIComponent(good).replace("zhao", "qian");
    const weekAgo = house.now - 7 * 86_400_000;
    const cookies: [string, string][] = [
      ["", "session-missing"],
      ["today_session=", "session-invalid"],
      ["today_session=nonsense", "session-invalid"],
      [tampered, "session-invalid"],
      [await cookieOf(house.id, "zhao", house.now, "another secret that is long enough too"), "session-invalid"],
      [await cookieOf("c-other", "zhao", house.now), "session-invalid"],
      [await cookieOf(house.id, "zhao", weekAgo), "session-invalid"],
      [await cookieOf(house.id, "nobody", house.now), "session-invalid"],
    ];
    for (const [cookie, code] of cookies) {
      const { status, body } = await house.holding(cookie).refused("GET", "/api/session");
      expect([cookie, status, body.code]).toEqual([cookie, 401, code]);
    }
    expect(
      (await house.holding(await cookieOf(house.id, "zhao", weekAgo + 1)).call("GET", "/api/session")).status,
    ).toBe(200);
  });

  test("ends the moment its person leaves, and does not come back with them", async () => {
    const house = await furnish();
    const cookie = await cookieOf(house.id, "zhao", house.now);
    const set = (sql: string) =>
      house.db.batch([house.db.prepare(`update person set ${sql} where company_id = ?1 and id = 'zhao'`, house.id)]);
    await set(`active = 0, sessions_from = ${house.now + 1}`);
    expect((await house.holding(cookie).refused("GET", "/api/today")).body.code).toBe("session-invalid");
    await set("active = 1");
    expect((await house.holding(cookie).refused("GET", "/api/today")).body.code).toBe("session-invalid");
  });
});

describe("an event push", () => {
  const push = async (house: House, at: number, over: Record<string, string> = {}) => {
    const event = { EventType: "user_modify_org", userId: ["zhao"], eventId: "e-1" };
    const sealed = await seal(keys, JSON.stringify(event), { timestamp: String(at), nonce: "A7Co0cJL" });
    const { signature, timestamp, nonce } = { ...sealed, ...over };
    const query = new URLSearchParams({ signature, timestamp, nonce });
    return house.nobody.call<{ code?: string }>("POST", `/dingtalk/callback?${query}`, { encrypt: sealed.encrypt });
  };

  test("is taken once, answered with success each time", async () => {
    const house = await furnish();
    expect((await push(house, house.now)).status).toBe(200);
    const before = await house.count();
    expect((await push(house, house.now)).status).toBe(200);
    expect(await house.count()).toEqual(before);
    expect(house.sent).toEqual([{ kind: "take-event", eventId: "e-1" }]);
  });

  test("with a wrong signature or from long ago changes nothing", async () => {
    const house = await furnish();
    const before = await house.count();
    expect((await push(house, house.now, { signature: "0".repeat(40) })).body.code).toBe("signature-invalid");
    expect((await push(house, house.now - 3_600_001)).body.code).toBe("signature-expired");
    expect(await house.count()).toEqual(before);
  });
});
