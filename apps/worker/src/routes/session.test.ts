import { createSimulator, type Simulator } from "@today/simulator/simulator";
import { expect, test } from "vitest";
import type { AppSettings, Session } from "../contract.ts";
import { openHouse } from "../testing.ts";

type Answerer = (simulator: Simulator, request: Request) => Promise<Response>;

/** A pretend DingTalk of the house's own company, and codes for its people. */
async function furnish(answer: Answerer = (simulator, request) => simulator.fetch(request)) {
  const ready: { simulator?: Simulator } = {};
  const simulated = (): Simulator => {
    if (ready.simulator === undefined) throw new Error("the simulator has not begun");
    return ready.simulator;
  };
  const house = await openHouse({ fetch: (request) => answer(simulated(), request) });
  const app = { corpId: house.id, appKey: "dingkey", appSecret: "secret" };
  ready.simulator = createSimulator({ people: 12, start: "2026-09-17T13:30:00+08:00", app });
  const codeOf = async (userId: string) => {
    const ask = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ userId }) };
    const given = await simulated().fetch(new Request("http://sim.test/_simulator/auth-code", ask));
    return (await given.json<{ code: string }>()).code;
  };
  return { house, codeOf };
}

test("a DingTalk code opens a session, and its cookie says who one is", async () => {
  const { house, codeOf } = await furnish();
  const { status, body, headers } = await house.nobody.call<Session>("POST", "/api/session", {
    code: await codeOf("zhao001"),
  });
  expect(status).toBe(200);
  const company = { id: house.id, name: "测试公司", zone: "Asia/Shanghai" };
  expect(body).toEqual({
    person: { id: "zhao001", name: "赵磊", roles: ["employee"] },
    company,
    defaultProject: null,
    notice: "first",
  });
  const cookie = headers.get("set-cookie") ?? "";
  expect(cookie).toMatch(/^today_session=.*; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/);
  expect((await house.holding(cookie.split(";")[0] ?? "").call("GET", "/api/session")).body).toEqual(body);
});

test("a code is good once", async () => {
  const { house, codeOf } = await furnish();
  const code = await codeOf("zhao001");
  expect((await house.nobody.call("POST", "/api/session", { code })).status).toBe(200);
  expect((await house.nobody.refused("POST", "/api/session", { code })).body).toMatchObject({
    status: 401,
    code: "code-invalid",
  });
  expect((await house.nobody.refused("POST", "/api/session", { code: "made-up" })).body.code).toBe("code-invalid");
});

test("DingTalk's main administrator becomes the first admin, and nobody after that", async () => {
  const { house, codeOf } = await furnish();
  const open = async () =>
    (await house.nobody.call<Session>("POST", "/api/session", { code: await codeOf("admin012") })).body;
  expect((await open()).person.roles).toEqual(["employee", "admin"]);
  const grants = "insert into role_grant values (?1, 'zhao', 'admin')";
  await house.db.batch([house.db.prepare(grants, house.id)]);
  await house.db.batch([
    house.db.prepare("delete from role_grant where company_id = ?1 and person_id = 'admin012'", house.id),
  ]);
  expect((await open()).person.roles).toEqual(["employee"]);
});

test("without DingTalk nobody signs in, and nothing is written", async () => {
  const { house } = await furnish(() => Promise.resolve(new Response("busy", { status: 503 })));
  const before = await house.count();
  expect((await house.nobody.refused("POST", "/api/session", { code: "c" })).body).toMatchObject({
    ...{ status: 503, code: "dingtalk-unavailable" },
  });
  expect(await house.count()).toEqual(before);
});

test("calls to DingTalk are counted", async () => {
  const { house, codeOf } = await furnish();
  await house.nobody.call("POST", "/api/session", { code: await codeOf("zhao001") });
  const calls = await house.db.all("select path, ok from call_count where company_id = ?1 order by path", house.id);
  expect(calls).toEqual([
    { path: "/topapi/v2/user/getuserinfo", ok: 1 },
    { path: "/v1.0/oauth2/accessToken", ok: 1 },
  ]);
});

test("signing out takes the cookie away", async () => {
  const { house } = await furnish();
  const { status, headers } = await house.as("zhao").call("DELETE", "/api/session");
  expect([status, headers.get("set-cookie")]).toEqual([204, "today_session=; Max-Age=0; Path=/"]);
});

test("the page is told how to sign in, without secrets and by answers that nobody keeps", async () => {
  const { house } = await furnish();
  const { body, headers } = await house.nobody.call<AppSettings>("GET", "/api/settings");
  expect(body).toMatchObject({ corpId: house.id, clientId: "dingkey", agentId: "123" });
  expect(body.punchUrl).toMatch(/^dingtalk:/);
  expect(JSON.stringify(body)).not.toContain("secret");
  expect(headers.get("cache-control")).toBe("no-store");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.has("x-frame-options")).toBe(false);
});
