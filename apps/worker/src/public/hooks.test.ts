import { expect, test } from "vitest";
import type { Hooks } from "../contract.ts";
import type { EventMessage } from "../hooks/message.ts";
import { openHouse } from "../testing.ts";
import { programIn } from "../testing-api.ts";
import { deliver, happen, openReceiver } from "../testing-hooks.ts";

const targetUrl = "https://hooks.zapier.com/hooks/standard/1/abc/";
const wish = { targetUrl, event: "workday.settled" };

async function open() {
  const receiver = openReceiver();
  const house = await openHouse({ fetch: receiver.fetch });
  const program = await programIn(house, ["hooks:write"]);
  const hooks = async () => (await house.as("lin").call<Hooks>("GET", "/api/hooks")).body.hooks;
  return { receiver, house, program, hooks };
}

test("a program subscribes, hears what happens and is left alone again; a repeat makes nothing more", async () => {
  const { receiver, house, program, hooks } = await open();
  const first = await program.call<{ id: string }>("POST", "/v1/hooks", wish);
  const again = await program.call<{ id: string }>("POST", "/v1/hooks", { ...wish, filter: null });
  expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  expect(await hooks()).toMatchObject([
    { kind: "zapier", name: "Zapier", keyId: program.id, events: ["workday.settled"] },
  ]);
  await happen(house);
  await deliver(house, receiver);
  expect(receiver.got.map(({ url, message }) => [url, message.type])).toEqual([[targetUrl, "workday.settled"]]);
  expect((await program.call("DELETE", `/v1/hooks/${first.body.id}`)).status).toBe(200);
  expect((await program.call("DELETE", `/v1/hooks/${first.body.id}`)).status).toBe(200);
  expect(await hooks()).toEqual([]);
});

test("another key cannot end it, and the end of its own key does", async () => {
  const { receiver, house, program, hooks } = await open();
  const { body } = await program.call<{ id: string }>("POST", "/v1/hooks", wish);
  const other = await programIn(house, ["hooks:write"]);
  expect((await other.call("DELETE", `/v1/hooks/${body.id}`)).status).toBe(200);
  expect(await hooks()).toHaveLength(1);
  await happen(house);
  await house.as("lin").call("DELETE", `/api/api-keys/${program.id}`);
  expect(await hooks()).toMatchObject([{ state: "gone", problem: "key-ended" }]);
  await deliver(house, receiver);
  expect(receiver.got).toEqual([]);
});

test("an address that answered 410 is subscribed anew when it asks", async () => {
  const { receiver, house, program, hooks } = await open();
  await program.call("POST", "/v1/hooks", wish);
  receiver.answer = () => new Response(null, { status: 410 });
  await happen(house);
  await deliver(house, receiver);
  expect(await hooks()).toMatchObject([{ state: "gone" }]);
  await program.call("POST", "/v1/hooks", wish);
  expect(await hooks()).toMatchObject([{ state: "on", failed: 0 }]);
});

test("samples are what was told, the newest first, or one that is made up", async () => {
  const { house, program } = await open();
  const path = "/v1/events/workday.settled/samples";
  const [sample] = (await program.call<EventMessage[]>("GET", path)).body;
  await program.call("POST", "/v1/hooks", wish);
  await happen(house, 5);
  const real = (await program.call<EventMessage[]>("GET", path)).body;
  expect(real.map(({ data }) => data.date)).toEqual(["2026-08-05", "2026-08-04", "2026-08-03"]);
  expect(Object.keys(sample?.data ?? {})).toEqual(Object.keys(real[0]?.data ?? {}));
});

test.each([
  ["an address of nobody", { ...wish, targetUrl: "ftp://x" }, "invalid-input"],
  ["an address at a port", { ...wish, targetUrl: "https://hooks.example.com:6379/" }, "invalid-input"],
  ["an event that is none", { ...wish, event: "x" }, "invalid-input"],
  ["a project that is not there", { ...wish, filter: { projectId: "none" } }, "not-found"],
])("%s is refused", async (_, body, code) => {
  const { program, hooks } = await open();
  expect((await program.refused("POST", "/v1/hooks", body)).body.code).toBe(code);
  expect(await hooks()).toEqual([]);
});

test("a key without the scope may not", async () => {
  const house = await openHouse();
  const program = await programIn(house, ["projects:read"]);
  expect((await program.refused("POST", "/v1/hooks", wish)).body.code).toBe("scope-missing");
  expect((await program.refused("DELETE", "/v1/hooks/x")).body.code).toBe("scope-missing");
  expect((await program.refused("GET", "/v1/events/period.closed/samples")).body.code).toBe("scope-missing");
});
