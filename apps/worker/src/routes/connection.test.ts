import { expect, test } from "vitest";
import type { Connection, ConnectionStep, Problem, Scopes } from "../contract.ts";
import { cookieOf } from "../testing.ts";
import { openTown, type Town } from "../testing-town.ts";

/** A town whose admin looks at the connection; every look is a few seconds after the one before. */
async function furnish() {
  const town = await openTown();
  const admin = town.simulator.world.people()[0]?.userId ?? "";
  await town.db.batch([town.db.prepare("insert into role_grant values (?1, ?2, 'admin')", town.companyId, admin)]);
  const call = async <Body>(method: string, path: string, body?: object) => {
    const cookie = await cookieOf(town.companyId, admin, town.simulator.now());
    const content = body === undefined ? {} : { body: JSON.stringify(body) };
    const headers = { cookie, "content-type": "application/json" };
    const answer = await town.receive(new Request(`http://today.test${path}`, { method, headers, ...content }));
    return { status: answer.status, text: await answer.clone().text(), body: await answer.json<Body>() };
  };
  const look = async () => (await call<Connection>("GET", "/api/connection")).body;
  const check = async (step: string) => {
    await town.simulator.advanceTo(town.simulator.now() + 5000);
    return stepIn((await call<Connection>("POST", "/api/connection/check", { step })).body, step);
  };
  return { town, admin, call, look, check };
}

function stepIn({ steps }: Connection, id: string): ConnectionStep {
  const found = steps.find((step) => step.id === id);
  if (found === undefined) throw new Error(id);
  return found;
}

async function countedOf({ simulator }: Town): Promise<number> {
  const answer = await simulator.fetch(new Request("http://simulator/_simulator/calls"));
  return (await answer.json<{ counted: number }>()).counted;
}

test("looking asks DingTalk nothing, and the check of the permissions costs the one call that is told before", async () => {
  const { town, look, check } = await furnish();
  const before = await countedOf(town);
  const { steps } = await look();
  expect(await countedOf(town)).toBe(before);
  expect(steps.map(({ id, cost }) => `${id} ${cost}`)).toEqual([
    ...["app 0", "credentials 0", "scopes 1", "address 0", "home 0", "events 0", "release 0"],
  ]);
  expect(await check("scopes")).toMatchObject({ state: "ok", proof: { code: "scopes", had: 4, of: 4 }, problem: null });
  expect(await countedOf(town)).toBe(before + 1);
  expect(await check("address")).toMatchObject({ state: "ok", proof: { code: "passed" } });
  expect(await check("credentials")).toMatchObject({ state: "ok", proof: { code: "token" } });
  expect(await countedOf(town)).toBe(before + 1);
});

test("a refused address is shown to be copied, and the step that met it waits for the address", async () => {
  const { town, look, check } = await furnish();
  await check("address");
  await town.control("fault", { match: "*", kind: "ip", count: 2 });
  expect(await check("address")).toMatchObject({
    ...{ state: "broken", values: [{ kind: "address", value: "203.0.113.9" }] },
    problem: {
      code: "ip-refused",
      dingtalkCode: expect.stringMatching(/60020|IpNotInWhiteList/),
      address: "203.0.113.9",
    },
  });
  expect((await look()).next).toBe("address");
  await town.simulator.fetch(new Request("http://simulator/_simulator/fault", { method: "DELETE" }));
  expect(await check("address")).toMatchObject({ state: "ok", values: [], problem: null });
});

test("a refused address that the permissions meet is blamed on the address", async () => {
  const { town, look, check } = await furnish();
  await town.control("fault", { match: "*", kind: "ip", count: 9 });
  const scopes = await check("scopes");
  expect(scopes).toMatchObject({ state: "not-reached", problem: { code: "ip-refused" } });
  const found = await look();
  expect(stepIn(found, "address")).toMatchObject({ state: "broken", problem: { address: "203.0.113.9" } });
  expect(found.next).toBe("address");
});

test("permissions that are missing are named, the others counted", async () => {
  const { town, check } = await furnish();
  await town.control("fault", { match: "/topapi/v2/user/list", kind: "permission", count: 9 });
  await town.control("fault", { match: "/attendance/listRecord", kind: "permission", count: 9 });
  const missing = ["qyapi_get_department_member", "qyapi_get_attendance_data"];
  expect(await check("scopes")).toMatchObject({
    ...{ state: "broken", proof: { had: 2, of: 4 }, problem: { code: "permission", missing } },
    values: missing.map((value) => ({ kind: "scope", value })),
  });
});

test("wrong credentials are told, and neither the secret nor the token ever leaves the house", async () => {
  const { town, call, check } = await furnish();
  await town.control("fault", { match: "/v1.0/oauth2/accessToken", kind: "wrong-credentials", count: 1 });
  expect(await check("credentials")).toMatchObject({ state: "broken", problem: { code: "credentials" } });
  const { text } = await call("GET", "/api/connection");
  expect(text).not.toContain(town.env.DINGTALK_APP_SECRET ?? "?");
  expect(text).not.toContain(town.env.DINGTALK_CALLBACK_AES_KEY ?? "?");
  expect(text).not.toMatch(/token-[0-9a-f]/);
  expect(await check("credentials")).toMatchObject({ state: "ok" });
});

test("a second check within three seconds is refused", async () => {
  const { town, call } = await furnish();
  await town.simulator.advanceTo(town.simulator.now() + 5000);
  expect((await call("POST", "/api/connection/check", { step: "home" })).status).toBe(200);
  const again = await call<Problem>("POST", "/api/connection/check", { step: "address" });
  expect(`${again.status} ${again.body.code}`).toBe("429 check-too-soon");
});

test("ordinary life marks its steps: the first sign-in, the first colleague, the check of the address for events", async () => {
  const { town, admin, look, check } = await furnish();
  const state = async (id: string) => stepIn(await look(), id).state;
  expect(await check("home")).toMatchObject({ state: "broken", problem: { code: "not-opened-yet" } });
  expect([await state("events"), await state("release")]).toEqual(["optional", "not-reached"]);
  const enter = async (userId: string) => {
    const made = await town.simulator.fetch(
      new Request("http://simulator/_simulator/auth-code", { method: "POST", body: JSON.stringify({ userId }) }),
    );
    const { code } = await made.json<{ code: string }>();
    const headers = { "content-type": "application/json" };
    const body = JSON.stringify({ code });
    return town.receive(new Request("http://today.test/api/session", { method: "POST", headers, body }));
  };
  expect((await enter(admin)).status).toBe(200);
  expect([await state("home"), await state("release")]).toEqual(["ok", "not-reached"]);
  expect((await enter(town.simulator.world.people()[3]?.userId ?? "")).status).toBe(200);
  expect(await state("release")).toBe("ok");
  await town.listen();
  expect(stepIn(await look(), "events")).toMatchObject({
    ...{ state: "ok", proof: { code: "check-url" } },
    values: [{ kind: "callback-url", value: "http://today.test/dingtalk/callback" }],
  });
});

test("the least permissions are told with what each is for, and what the last calls showed of them", async () => {
  const { town, call, check } = await furnish();
  await town.control("fault", { match: "/topapi/v2/user/list", kind: "permission", count: 9 });
  await check("scopes");
  const { scopes } = (await call<Scopes>("GET", "/api/connection/scopes")).body;
  const of = (name: string) => scopes.find((scope) => scope.name === name);
  expect(of("qyapi_get_attendance_data")).toMatchObject({ need: "required", sends: false, state: "ok" });
  expect(of("qyapi_get_department_member")).toMatchObject({ state: "missing", why: { zh: expect.any(String) } });
  expect(of("Workflow.Form.Read")).toMatchObject({ need: "optional", state: "unseen" });
  expect(scopes.filter(({ sends }) => sends).map(({ name }) => name)).toEqual(["qyapi_base", "Todo.Todo.Write"]);
});
