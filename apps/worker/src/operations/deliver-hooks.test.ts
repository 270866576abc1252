import { Webhook } from "standardwebhooks";
import { expect, test, vi } from "vitest";
import { contextOf, theProduct } from "../context.ts";
import type { Hooks } from "../contract.ts";
import { openHouse } from "../testing.ts";
import { deliver, deliveriesOf, happen, hookIn, openReceiver } from "../testing-hooks.ts";
import { deliverHook } from "./deliver-hooks.ts";

const later = (ms: number) => 1.1 * ms + 1000;

async function open(over: object = {}) {
  const receiver = openReceiver();
  const house = await openHouse({ fetch: receiver.fetch });
  const hook = await hookIn(house, over);
  const stateOf = async () => {
    const { body } = await house.as("lin").call<Hooks>("GET", "/api/hooks");
    return body.hooks.find(({ id }) => id === hook.id);
  };
  return { receiver, house, hook, stateOf };
}

test("an event is told once, signed, with ids, minutes and a link, and is done", async () => {
  const { receiver, house, hook, stateOf } = await open();
  await happen(house);
  await deliver({ ...house, env: { ...house.env, PUBLIC_URL: "https://today.example.com" } }, receiver);
  await deliver(house, receiver);
  expect(receiver.got).toHaveLength(1);
  const [got] = receiver.got;
  const headers = Object.fromEntries(got?.headers ?? []);
  vi.setSystemTime(house.now);
  expect(new Webhook(hook.secret ?? "").verify(got?.text ?? "", headers)).toEqual({
    id: headers["webhook-id"],
    type: "workday.settled",
    timestamp: expect.stringMatching(/\+08:00$/),
    data: {
      ...{
        personId: "zhao0",
        date: "2026-08-01",
        status: "normal",
        planned: 480,
        counted: 480,
        unassigned: 480,
        leave: 0,
      },
      link: "https://today.example.com/v1/workdays?from=2026-08-01&to=2026-08-01&person=zhao0",
    },
  });
  vi.useRealTimers();
  expect(await deliveriesOf(house, hook)).toMatchObject([{ state: "done", attempts: 1, status: 200, problem: null }]);
  expect(await stateOf()).toMatchObject({ state: "on", waiting: 0, failed: 0, problem: null });
});

test("a receiver that fails for good is tried ten times over three days under one id, then shown as failing", async () => {
  const { receiver, house, hook, stateOf } = await open();
  receiver.answer = () => new Response("no", { status: 500 });
  await happen(house);
  for (const seconds of [0, 5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400]) {
    house.now += later(seconds * 1000);
    await deliver(house, receiver);
  }
  expect(receiver.got).toHaveLength(10);
  expect(new Set(receiver.got.map(({ headers }) => headers.get("webhook-id"))).size).toBe(1);
  expect(new Set(receiver.got.map(({ headers }) => headers.get("webhook-timestamp"))).size).toBe(10);
  expect(await deliveriesOf(house, hook)).toMatchObject([
    { state: "failed", attempts: 10, status: 500, problem: "status" },
  ]);
  expect(await stateOf()).toMatchObject({ state: "failing", problem: "status", failed: 1 });
  house.now += later(86_400_000);
  await deliver(house, receiver);
  expect(receiver.got).toHaveLength(10);
});

test("what failed goes again when an admin says so, one or all since, and a receiver that takes it is well", async () => {
  const { receiver, house, hook, stateOf } = await open();
  receiver.answer = () => new Response("no", { status: 500 });
  await happen(house, 3);
  await house.db.all("update hook_delivery set attempts = 9 where company_id = ?1", house.id);
  await deliver(house, receiver);
  expect(await stateOf()).toMatchObject({ state: "failing", failed: 3 });
  receiver.answer = () => new Response(null, { status: 204 });
  const path = `/api/hooks/${hook.id}/replays`;
  const [first] = await deliveriesOf(house, hook);
  const lin = house.as("lin");
  expect((await lin.call("POST", path, { eventId: first?.eventId })).body).toEqual({ deliveries: 1 });
  expect((await lin.call("POST", path, { since: "2020-01-01T00:00:00Z" })).body).toEqual({ deliveries: 2 });
  expect((await lin.call("POST", path, { since: "2030-01-01T00:00:00Z" })).body).toEqual({ deliveries: 0 });
  await deliver(house, receiver);
  expect(await stateOf()).toMatchObject({ state: "on", failed: 0, waiting: 0, problem: null });
  expect(new Set(receiver.got.map(({ message }) => message.id)).size).toBe(3);
  expect((await lin.call("POST", path, { eventId: first?.eventId })).body).toEqual({ deliveries: 1 });
  await deliver(house, receiver);
  expect(receiver.got.at(-1)?.message.id).toBe(first?.eventId);
});

test("410 ends the hook, with what waited for it", async () => {
  const { receiver, house, hook, stateOf } = await open();
  receiver.answer = () => new Response(null, { status: 410 });
  await happen(house, 20);
  await deliver(house, receiver);
  expect(receiver.got.length).toBeLessThanOrEqual(5);
  expect(await stateOf()).toMatchObject({ state: "gone", waiting: 0, failed: 20, problem: "gone" });
  expect(
    (await house.as("lin").refused("POST", `/api/hooks/${hook.id}/replays`, { since: "2020-01-01T00:00:00Z" })).body
      .code,
  ).toBe("hook-not-on");
});

test.each([
  [
    "a redirect",
    () => new Response(null, { status: 302, headers: { location: "https://evil.example.com/" } }),
    "redirect",
  ],
  ["a certificate of another name", () => Promise.reject(new TypeError("Network connection lost.")), "unreachable"],
])("%s is a failure that is not followed", async (_, answer, problem) => {
  const { receiver, house, hook } = await open();
  receiver.answer = answer;
  await happen(house);
  await deliver(house, receiver);
  expect(receiver.got.map(({ url }) => url)).toEqual(["https://hooks.example.com/today"]);
  expect(await deliveriesOf(house, hook)).toMatchObject([{ state: "waiting", problem }]);
});

test.each([
  "https://127.0.0.1/x",
  "https://[::1]/x",
  "https://10.1.2.3/",
  "https://db.internal/",
  "https://localhost/",
])("%s is not spoken with", async (url) => {
  const { receiver, house, hook } = await open({ url });
  await happen(house);
  await deliver(house, receiver);
  expect(receiver.got).toEqual([]);
  expect(await deliveriesOf(house, hook)).toMatchObject([{ state: "waiting", problem: "host-private" }]);
});

test("a receiver that asks for quiet is left alone so long, with everything that waits", async () => {
  const { receiver, house, stateOf } = await open();
  receiver.answer = () => new Response(null, { status: 429, headers: { "retry-after": "600" } });
  await happen(house, 30);
  await deliver(house, receiver);
  const asked = receiver.got.length;
  expect(asked).toBeLessThanOrEqual(5);
  receiver.answer = () => new Response("ok");
  house.now += 590_000;
  await deliver(house, receiver);
  expect(receiver.got).toHaveLength(asked);
  house.now += 60_000;
  await deliver(house, receiver);
  expect(await stateOf()).toMatchObject({ waiting: 0, failed: 0 });
  expect(new Set(receiver.got.map(({ message }) => message.id)).size).toBe(30);
});

test("of two runs at the same time one sends", async () => {
  const { receiver, house, hook } = await open();
  await happen(house, 10);
  const ctx = () => contextOf(house.env, { fetch: receiver.fetch, now: async () => house.now }, theProduct);
  await Promise.all([deliverHook(await ctx(), hook.id), deliverHook(await ctx(), hook.id)]);
  expect(receiver.got).toHaveLength(10);
  expect((await deliveriesOf(house, hook)).every(({ state, attempts }) => state === "done" && attempts === 1)).toBe(
    true,
  );
});

test("after a stop between sending and writing it down the same event goes again under its id", async () => {
  const { receiver, house, hook } = await open();
  await happen(house);
  receiver.answer = () => new Promise(() => {});
  const ctx = await contextOf(house.env, { fetch: receiver.fetch, now: async () => house.now }, theProduct);
  void deliverHook(ctx, hook.id);
  await vi.waitFor(() => expect(receiver.got).toHaveLength(1));
  expect(await deliveriesOf(house, hook)).toMatchObject([{ state: "sending", attempts: 1 }]);
  receiver.answer = () => new Response("ok");
  house.now += 299_000;
  await deliver(house, receiver);
  expect(receiver.got).toHaveLength(1);
  house.now += 2_000;
  await deliver(house, receiver);
  expect(receiver.got.map(({ headers }) => headers.get("webhook-id"))).toEqual(
    Array(2).fill(receiver.got[0]?.message.id),
  );
  expect(await deliveriesOf(house, hook)).toMatchObject([{ state: "done", attempts: 2 }]);
});

test("a thousand events for three hooks are told in a bounded number of statements", { timeout: 60_000 }, async () => {
  const { receiver, house } = await open();
  await hookIn(house, { url: "https://b.example.com/" });
  await hookIn(house, { url: "https://c.example.com/" });
  await happen(house, 1000);
  const statements: string[] = [];
  const counting = new Proxy(house.env.DB, {
    get(db, name) {
      const value = Reflect.get(db, name);
      if (name === "prepare") return (sql: string) => statements.push(sql) && db.prepare(sql);
      return typeof value === "function" ? value.bind(db) : value;
    },
  });
  await deliver({ ...house, env: { ...house.env, DB: counting } }, receiver);
  expect(receiver.got).toHaveLength(3000);
  expect(statements.length).toBeLessThan(420);
});
