import { Webhook } from "standardwebhooks";
import { afterEach, expect, test, vi } from "vitest";
import type { HookDeliveries, HookSecret, Hooks, HookTest } from "../contract.ts";
import { openHouse } from "../testing.ts";
import { deliver, deliveriesOf, happen, hookIn, openReceiver } from "../testing-hooks.ts";

afterEach(() => {
  vi.useRealTimers();
});

async function open(over: object = {}) {
  const receiver = openReceiver();
  const house = await openHouse({ fetch: receiver.fetch });
  const hook = await hookIn(house, over);
  return { receiver, house, hook, lin: house.as("lin"), path: `/api/hooks/${hook.id}` };
}

const maker = "https://maker.ifttt.com/trigger/today";

test("address and secret are sealed: neither is told again, nor stands in a table or the history", async () => {
  const { house, hook, lin } = await open({ url: "https://hooks.zapier.com/hooks/catch/1/geheim/", kind: "zapier" });
  expect(hook.secret).toMatch(/^whsec_/);
  const { body } = await lin.call<Hooks>("GET", "/api/hooks");
  expect(body.hooks).toMatchObject([
    { id: hook.id, kind: "zapier", host: "hooks.zapier.com", state: "on", version: 1 },
  ]);
  const rows = [
    ...(await house.db.all("select * from hook where company_id = ?1", house.id)),
    ...(await house.db.all("select * from history where company_id = ?1", house.id)),
  ];
  const shown = JSON.stringify([body, rows]);
  expect(shown).toContain('"subject":"hook"');
  for (const secret of ["geheim", (hook.secret ?? "").slice(6)]) expect(shown).not.toContain(secret);
});

test("a second hook under the same id is refused, and whoever is late learns the version", async () => {
  const { hook, lin, path } = await open();
  const wish = {
    id: hook.id,
    kind: "webhook",
    name: "x",
    url: "https://a.example.com",
    events: ["period.closed"],
    projectId: null,
  };
  expect((await lin.refused("POST", "/api/hooks", wish)).body.code).toBe("hook-id-reused");
  const change = { version: 1, name: "新名", events: ["period.closed"], url: "https://b.example.com/y" };
  expect((await lin.call("PATCH", path, change)).body).toMatchObject({
    name: "新名",
    host: "b.example.com",
    version: 2,
  });
  expect((await lin.refused("PATCH", path, change)).body).toMatchObject({
    code: "version-conflict",
    current: { version: 2 },
  });
});

test("a paused hook keeps what waited and sends it when it is on again", async () => {
  const { receiver, house, lin, path } = await open();
  await happen(house);
  await lin.call("PATCH", path, { version: 1, state: "paused" });
  await deliver(house, receiver);
  expect(receiver.got).toEqual([]);
  await lin.call("PATCH", path, { version: 2, state: "on" });
  expect(house.sent).toMatchObject([{ kind: "deliver-hooks" }]);
  await deliver(house, receiver);
  expect(receiver.got).toHaveLength(1);
});

test("for a day after another secret was made both sign, then the new one alone", async () => {
  const { receiver, house, hook, lin, path } = await open();
  const { body: made } = await lin.call<HookSecret>("POST", `${path}/secrets`);
  const verify = (secret: string | null) => {
    const got = receiver.got.at(-1);
    vi.setSystemTime(house.now);
    return new Webhook(secret ?? "").verify(got?.text ?? "", Object.fromEntries(got?.headers ?? []));
  };
  await lin.call("POST", `${path}/tests`);
  expect([verify(hook.secret), verify(made.secret)]).toHaveLength(2);
  house.now += 86_400_001;
  await lin.call("POST", `${path}/tests`);
  expect(verify(made.secret)).toBeTruthy();
  expect(() => verify(hook.secret)).toThrow();
});

test("a test goes out now and tells what came back, and is not tried again", async () => {
  const { receiver, house, hook, lin, path } = await open();
  expect((await lin.call<HookTest>("POST", `${path}/tests`)).body).toEqual({
    delivered: true,
    status: 200,
    problem: null,
  });
  expect(receiver.got[0]?.message).toMatchObject({ type: "hook.tested", data: { hookId: hook.id, link: null } });
  receiver.answer = () => new Response("?", { status: 503 });
  expect((await lin.call<HookTest>("POST", `${path}/tests`)).body).toEqual({
    delivered: false,
    status: 503,
    problem: "status",
  });
  expect((await deliveriesOf(house, hook)).map(({ state, type }) => [state, type]).sort()).toEqual([
    ["done", "hook.tested"],
    ["failed", "hook.tested"],
  ]);
});

test("deliveries come in pages, the newest first, and by state", async () => {
  const { receiver, house, lin, path } = await open();
  await happen(house, 60);
  await deliver(house, receiver);
  const first = await lin.call<HookDeliveries>("GET", `${path}/deliveries?state=done`);
  const second = await lin.call<HookDeliveries>("GET", `${path}/deliveries?cursor=${first.body.next}`);
  const ids = [...first.body.deliveries, ...second.body.deliveries].map(({ eventId }) => eventId);
  expect([first.body.deliveries.length, second.body.deliveries.length, second.body.next]).toEqual([50, 10, null]);
  expect(ids).toEqual([...new Set(ids)].sort().reverse());
  expect((await lin.call<HookDeliveries>("GET", `${path}/deliveries?state=failed`)).body.deliveries).toEqual([]);
});

test("a hook that is removed takes its deliveries along", async () => {
  const { receiver, house, lin, path } = await open();
  await happen(house, 3);
  expect((await lin.call("DELETE", path)).status).toBe(204);
  expect((await lin.refused("DELETE", path)).body.code).toBe("not-found");
  await deliver(house, receiver);
  expect(receiver.got).toEqual([]);
  expect(await house.db.all("select 1 from hook_delivery where company_id = ?1", house.id)).toEqual([]);
});

test("IFTTT is told three values without a signature, or all of it where its address says json", async () => {
  const { receiver, house, hook, lin, path } = await open({ kind: "ifttt", url: `${maker}/with/key/abc` });
  expect(hook.secret).toBeNull();
  expect((await lin.refused("POST", `${path}/secrets`)).body.code).toBe("hook-unsigned");
  await hookIn(house, { kind: "ifttt", url: `${maker}/json/with/key/abc` });
  await happen(house);
  await deliver(house, receiver);
  const [values, all] = receiver.got.toSorted((a, b) => b.url.localeCompare(a.url));
  expect(JSON.parse(values?.text ?? "")).toEqual({
    ...{ value1: "workday.settled", value2: "2026-08-01 zhao0 480", value3: expect.stringMatching(/^evt_/) },
  });
  expect(values?.headers.has("webhook-signature")).toBe(false);
  expect(all?.message).toMatchObject({ type: "workday.settled", data: { personId: "zhao0" } });
});

test.each([
  ["no answer", () => Promise.reject(new TypeError("lost")), "failed", "unknown"],
  ["a broken server", () => new Response("", { status: 500 }), "failed", "unknown"],
  ["a wrong key", () => new Response("", { status: 401 }), "failed", "status"],
  ["too much to do", () => new Response("", { status: 429 }), "waiting", "status"],
])("IFTTT knows no event again: after %s it is %s", async (_, answer, state, problem) => {
  const { receiver, house, hook } = await open({ kind: "ifttt", url: `${maker}/with/key/abc` });
  receiver.answer = answer;
  await happen(house);
  await deliver(house, receiver);
  house.now += 3_600_000;
  if (state === "failed") await deliver(house, receiver);
  expect(receiver.got).toHaveLength(1);
  expect(await deliveriesOf(house, hook)).toMatchObject([{ state, problem }]);
});
