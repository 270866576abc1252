import { readWaitingEvents } from "@today/db/event";
import { readStreamState } from "@today/db/stream-state";
import { expect, test } from "vitest";
import type { Problem } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const key = "a-key-that-the-host-made-at-its-start";
const env = { DINGTALK_EVENTS: "stream", DINGTALK_STREAM_KEY: key };
const event = { type: "user_modify_org", id: "e-1", corpId: null, bornAt: null, userIds: ["zhao"] };

async function send(house: House, method: string, body: unknown, shown: string | null = key) {
  const headers = { "content-type": "application/json", ...(shown === null ? {} : { "x-today-host": shown }) };
  const response = await house.request("/dingtalk/stream", { method, headers, body: JSON.stringify(body) });
  const code = response.status === 204 ? null : (await response.json<Problem>()).code;
  return `${response.status} ${code}`;
}

test("an event that the host hands in is kept before it is told so, once", async () => {
  const house = await openHouse({ env });
  for (let n = 0; n < 2; n += 1) expect(await send(house, "POST", event)).toBe("204 null");
  const [kept] = await readWaitingEvents(house.db, house.id, house.now);
  expect(JSON.parse(kept?.body ?? "")).toEqual(event);
  expect(house.sent).toEqual([{ kind: "take-event", eventId: "e-1" }]);
});

test("nobody without the host's key gets in, and nobody at all where events come another way", async () => {
  const house = await openHouse({ env });
  for (const shown of [null, "", `${key}x`, key.toUpperCase()]) {
    expect(await send(house, "POST", event, shown)).toBe("401 signature-invalid");
    expect(await send(house, "PUT", { state: "connected", problem: null }, shown)).toBe("401 signature-invalid");
  }
  for (const other of [{ ...env, DINGTALK_EVENTS: "http" }, { DINGTALK_EVENTS: "stream" }]) {
    expect(await send(await openHouse({ env: other }), "POST", event)).toBe("404 not-found");
  }
  expect(await send(house, "POST", { ...event, corpId: "ding-another" })).toBe("401 signature-invalid");
  expect(await send(house, "POST", { type: "" })).toBe("400 invalid-input");
  expect(await readWaitingEvents(house.db, house.id, house.now)).toEqual([]);
  expect(await readStreamState(house.db, house.id)).toBeNull();
});

test("it is remembered since when the connection stands as it does", async () => {
  const house = await openHouse({ env });
  const began = house.now;
  await send(house, "PUT", { state: "waiting", problem: "timeout" });
  house.now += 1000;
  await send(house, "PUT", { state: "waiting", problem: "credentials" });
  expect(await readStreamState(house.db, house.id)).toEqual({ state: "waiting", since: began, problem: "credentials" });
  await send(house, "PUT", { state: "connected", problem: null });
  expect(await readStreamState(house.db, house.id)).toEqual({ state: "connected", since: house.now, problem: null });
});
