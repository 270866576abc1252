import { seal } from "@today/dingtalk/callback/seal";
import { describe, expect, test } from "vitest";
import { cookieOf, type House } from "./testing.ts";
import { furnish } from "./testing-bad-input.ts";

const keys = { token: "123456", aesKey: "4g5j64qlyl3zvetqxz5jiocdr586fn2zvjpa8zls3ij", ownerKey: "dingkey" };

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
