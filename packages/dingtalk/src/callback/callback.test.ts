import { describe, expect, it } from "vitest";
import { sealedMessageOf, sealSuccess, verifyAndOpen } from "./callback.ts";
import { type CallbackKeys, open, seal } from "./seal.ts";

const keys: CallbackKeys = {
  token: "123456",
  aesKey: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij",
  ownerKey: "dingfixture00000000",
};
const stamp = { timestamp: "1789347443000", nonce: "A7Co0cJL" };
const push = (body: unknown, at = stamp) => seal(keys, typeof body === "string" ? body : JSON.stringify(body), at);

describe("sealedMessageOf", () => {
  const parts = { signature: "s", timestamp: "1", nonce: "n", encrypt: "e" };

  it.each([
    "signature=s&timestamp=1&nonce=n",
    "msg_signature=s&signature=other&timeStamp=1&nonce=n",
    "MSG_SIGNATURE=s&TIMESTAMP=1&Nonce=n",
  ])("reads %s", (query) => {
    const url = new URL(`https://today.example.test/dingtalk/callback?${query}`);
    expect(sealedMessageOf(url, { encrypt: "e" })).toEqual(parts);
    expect(sealedMessageOf(url, { Encrypt: "e" })).toEqual(parts);
  });

  it("is null when a part is missing or no text", () => {
    const url = new URL("https://today.example.test/dingtalk/callback?signature=s&timestamp=1&nonce=n");
    expect(sealedMessageOf(url, {})).toBeNull();
    expect(sealedMessageOf(url, { encrypt: 5 })).toBeNull();
    expect(sealedMessageOf(url, null)).toBeNull();
    expect(sealedMessageOf(url, ["e"])).toBeNull();
    expect(sealedMessageOf(new URL("https://today.example.test/?signature=s&nonce=n"), { encrypt: "e" })).toBeNull();
  });
});

describe("verifyAndOpen", () => {
  it("gives the event of a push", async () => {
    const result = await verifyAndOpen(
      keys,
      await push({ EventType: "user_leave_org", userId: ["li004"], eventId: "e-1" }),
    );
    expect(result).toEqual({
      event: { type: "user_leave_org", id: "e-1", corpId: null, bornAt: null, userIds: ["li004"] },
    });
  });

  it("gives a repeated delivery without an eventId the same identity, and another event another", async () => {
    const event = { EventType: "bpms_instance_change", processInstanceId: "Xy7R", title: "赵一提交的请假" };
    const again = { timestamp: "1789347453000", nonce: "another" };
    const results = await Promise.all(
      [push(event), push(event, again), push({ ...event, processInstanceId: "Xy7S" })].map(async (sealed) =>
        verifyAndOpen(keys, await sealed),
      ),
    );
    const ids = results.map((result) => ("event" in result ? result.event.id : result.problem));
    expect(ids[0]).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });

  it("refuses what is no JSON object", async () => {
    for (const text of ["success", "[]", "null", "{"]) {
      expect(await verifyAndOpen(keys, await push(text))).toEqual({ problem: "not-json" });
    }
  });

  it("refuses a wrong signature", async () => {
    const sealed = await push({ EventType: "check_url" });
    expect(await verifyAndOpen(keys, { ...sealed, nonce: "other" })).toEqual({ problem: "signature" });
  });
});

describe("sealSuccess", () => {
  it("is the sealed word success under the names DingTalk reads", async () => {
    const reply = await sealSuccess(keys, stamp);
    expect(Object.keys(reply).sort()).toEqual(["encrypt", "msg_signature", "nonce", "timeStamp"]);
    const opened = await open(keys, {
      signature: reply.msg_signature,
      timestamp: reply.timeStamp,
      nonce: reply.nonce,
      encrypt: reply.encrypt,
    });
    expect("message" in opened && new TextDecoder().decode(opened.message)).toBe("success");
  });
});
