import { readWaitingEvents } from "@today/db/event";
import { readPushes } from "@today/db/push-count";
import Encryptor from "dingtalk-encrypt";
import { expect, test } from "vitest";
import type { Problem } from "../contract.ts";
import { type House, openHouse } from "../testing.ts";

const token = "123456";
const aesKey = "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij";
const appKey = "dingkey";
const nonce = "A7Co0cJLMzIDtMMI";

interface Sealed {
  readonly msg_signature: string;
  readonly timeStamp: string;
  readonly nonce: string;
  readonly encrypt: string;
}

const encryptor = (keys: { token?: string; aesKey?: string; ownerKey?: string } = {}) =>
  new Encryptor(keys.token ?? token, keys.aesKey ?? aesKey, keys.ownerKey ?? appKey);

function pushOf(house: House, fields: object, id = "evt-1"): string {
  const event = { EventType: "user_modify_org", eventId: id, CorpId: house.id, EventTime: house.now, userId: ["zhao"] };
  return JSON.stringify({ ...event, ...fields });
}

async function post(house: House, { msg_signature, timeStamp, nonce: salt, encrypt }: Sealed, names = ["signature"]) {
  const query = new URLSearchParams({ timestamp: timeStamp, nonce: salt });
  for (const name of names) query.set(name, msg_signature);
  const headers = { "content-type": "application/json" };
  const response = await house.request(`/dingtalk/callback?${query}`, {
    ...{ method: "POST", headers, body: JSON.stringify({ encrypt }) },
  });
  return { status: response.status, body: await response.json<Sealed & Problem>() };
}

const waiting = (house: House) => readWaitingEvents(house.db, house.id, house.now);

test("a push sealed by another implementation is accepted, and it can read the answer", async () => {
  const house = await openHouse();
  const sealed = encryptor().getEncryptedMap(pushOf(house, {}), house.now, nonce);
  for (const names of [["signature"], ["msg_signature"], ["signature", "msg_signature"]]) {
    const { status, body } = await post(house, sealed, names);
    expect(status, names.join()).toBe(200);
    expect(encryptor().getDecryptMsg(body.msg_signature, body.timeStamp, body.nonce, body.encrypt)).toBe("success");
  }
  expect(await waiting(house)).toMatchObject([{ id: "evt-1", type: "user_modify_org" }]);
  expect(house.sent).toEqual([{ kind: "take-event", eventId: "evt-1" }]);
});

test("the address is confirmed by its check, which leaves nothing behind", async () => {
  const house = await openHouse();
  const sealed = encryptor().getEncryptedMap(JSON.stringify({ EventType: "check_url" }), house.now, nonce);
  expect((await post(house, sealed)).status).toBe(200);
  expect(await waiting(house)).toEqual([]);
  expect(house.sent).toEqual([]);
});

test("every single altered character of what was sealed is refused", async () => {
  const house = await openHouse();
  const sealed = encryptor().getEncryptedMap(pushOf(house, {}), house.now, nonce);
  const altered = (text: string, n: number) => text.slice(0, n) + (text[n] === "0" ? "1" : "0") + text.slice(n + 1);
  const tampered = [
    ...Array.from(sealed.encrypt.slice(0, -2), (_, n) => ({ ...sealed, encrypt: altered(sealed.encrypt, n) })),
    ...Array.from(sealed.msg_signature, (_, n) => ({ ...sealed, msg_signature: altered(sealed.msg_signature, n) })),
    { ...sealed, nonce: "other" },
    { ...sealed, timeStamp: String(house.now + 1) },
  ];
  for (const one of tampered) {
    expect(await post(house, one)).toMatchObject({ status: 401, body: { code: "signature-invalid" } });
  }
  expect(await waiting(house)).toEqual([]);
  expect(house.sent).toEqual([]);
});

test("altered text under a right signature, another key, token, application or organisation is refused", async () => {
  const house = await openHouse();
  const text = pushOf(house, {});
  const sealed = encryptor().getEncryptedMap(text, house.now, nonce);
  const flipped = (sealed.encrypt[40] === "A" ? "B" : "A") + sealed.encrypt.slice(41);
  const encrypt = sealed.encrypt.slice(0, 40) + flipped;
  const strange = [
    { ...sealed, encrypt, msg_signature: encryptor().getSignature(token, sealed.timeStamp, nonce, encrypt) },
    encryptor({ aesKey: "a".repeat(43) }).getEncryptedMap(text, house.now, nonce),
    encryptor({ token: "654321" }).getEncryptedMap(text, house.now, nonce),
    encryptor({ ownerKey: "another" }).getEncryptedMap(text, house.now, nonce),
    encryptor().getEncryptedMap(pushOf(house, { CorpId: "ding-another" }), house.now, nonce),
    encryptor().getEncryptedMap("not json", house.now, nonce),
  ];
  for (const [n, one] of strange.entries()) {
    expect(await post(house, one), String(n)).toMatchObject({ status: 401, body: { code: "signature-invalid" } });
  }
  expect(await waiting(house)).toEqual([]);
  expect(house.sent).toEqual([]);
});

test("a replay is answered and only counted, however often and in whatever stamp it comes; after an hour it is refused", async () => {
  const house = await openHouse();
  const text = pushOf(house, {});
  const sealed = encryptor().getEncryptedMap(text, house.now, nonce);
  for (let n = 0; n < 3; n += 1) expect((await post(house, sealed)).status).toBe(200);
  expect((await post(house, encryptor().getEncryptedMap(text, house.now, "fresh"))).status).toBe(200);
  expect(await waiting(house)).toHaveLength(1);
  expect(house.sent).toHaveLength(1);
  const day = { from: "2026-09-17", to: "2026-09-17" };
  expect(await readPushes(house.db, house.id, day)).toEqual([
    { type: "user_modify_org", received: 4, counted: 0, repeated: 3 },
  ]);
  house.now += 3_600_001;
  expect(await post(house, sealed)).toMatchObject({ status: 401, body: { code: "signature-expired" } });
});

test("a push is answered within a second while its work waits on the queue", async () => {
  const house = await openHouse({ fetch: () => Promise.reject(new Error("asked within the push")) });
  const began = performance.now();
  const sealed = encryptor().getEncryptedMap(pushOf(house, {}), house.now, nonce);
  expect((await post(house, sealed)).status).toBe(200);
  expect(performance.now() - began).toBeLessThan(1000);
});

test("without keys, and where events come another way, there is no such place", async () => {
  for (const env of [{ DINGTALK_CALLBACK_TOKEN: "", DINGTALK_CALLBACK_AES_KEY: "" }, { DINGTALK_EVENTS: "stream" }]) {
    const house = await openHouse({ env });
    const sealed = encryptor().getEncryptedMap(pushOf(house, {}), house.now, nonce);
    expect(await post(house, sealed)).toMatchObject({ status: 404, body: { code: "not-found" } });
  }
});
