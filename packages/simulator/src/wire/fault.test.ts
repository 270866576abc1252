import { describe, expect, test } from "vitest";
import { open, records } from "../testing.ts";

const ASKED = records(["zhao001"], "2026-09-16 00:00", "2026-09-17 00:00");
const RECORDS = "/attendance/listRecord";
const HOLIDAYS = "/v1.0/attendance/holidays";
const HOLIDAYS_ASKED = { userIds: ["zhao001"], workDateFrom: 0, workDateTo: 1 };

describe("a fault", () => {
  test.each([
    ["429", 429, { errcode: -1 }, 429, { code: "system.busy" }],
    ["busy", 200, { errcode: -1 }, 503, { code: "ServiceUnavailable" }],
    ["throttle", 200, { errcode: 90018 }, 403, { code: "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi" }],
    ["token-expired", 200, { errcode: 42001 }, 400, { code: "InvalidAuthentication" }],
    [
      "ip",
      200,
      { errcode: 60020, errmsg: expect.stringContaining("request ip=") },
      403,
      { code: "Forbidden.AccessDenied.IpNotInWhiteList" },
    ],
    [
      "permission",
      200,
      { errcode: 60011, errmsg: expect.stringContaining("[qyapi_get_attendance_data]") },
      403,
      {
        code: "Forbidden.AccessDenied.AccessTokenPermissionDenied",
        accessdenieddetail: { requiredScopes: ["qyapi_attendance_group_read"] },
      },
    ],
    ["quota", 200, { errcode: 90020 }, 403, { code: "Forbidden.AccessDenied.ApiCountLimitForOrg" }],
    ["http500", 500, { text: "Internal Server Error" }, 500, {}],
    [
      "html-ban",
      200,
      { text: expect.stringContaining('"status":1111') },
      200,
      { text: expect.stringContaining("html") },
    ],
  ])(
    "of kind %s hits the next call of either host, costs nothing, and is over",
    async (kind, oldStatus, oldBody, newStatus, newBody) => {
      const { old, fresh, control } = open();
      await control("fault", { match: RECORDS, kind });
      await control("fault", { match: "/v1.0/attendance/*", kind });
      const seen = await old(RECORDS, ASKED);
      expect(seen).toMatchObject({ status: oldStatus, body: oldBody });
      expect(await fresh(HOLIDAYS, HOLIDAYS_ASKED)).toMatchObject({ status: newStatus, body: newBody });
      expect((await control("state")).body.calls).toMatchObject({ counted: 0 });
      expect((await old(RECORDS, ASKED)).body.errcode).toBe(0);
      expect((await fresh(HOLIDAYS, HOLIDAYS_ASKED)).status).toBe(200);
    },
  );

  test("that expires the token really takes it away", async () => {
    const { send, control, token } = open();
    const before = await token();
    await control("fault", { match: RECORDS, kind: "token-expired" });
    const ask = (value: string) =>
      send("POST", `${RECORDS}?access_token=${value}`, {
        headers: { "content-type": "application/json" },
        body: JSON.stringify(ASKED),
      });
    expect((await ask(before)).body.errcode).toBe(42001);
    expect((await ask(before)).body.errcode).toBe(42001);
    expect((await ask(await token())).body.errcode).toBe(0);
  });

  test("of kind timeout stays silent until the delay is over or the caller gives up", async () => {
    const { simulator, control } = open();
    await control("fault", { match: RECORDS, kind: "timeout", delayMs: 20 });
    const request = () =>
      new Request(`http://simulator${RECORDS}`, { method: "POST", body: "{}", signal: AbortSignal.timeout(50) });
    expect((await simulator.fetch(request())).status).toBe(504);
    await control("fault", { match: RECORDS, kind: "timeout" });
    expect((await simulator.fetch(request())).status).toBe(504);
  });

  test("with a rate hits the same calls for the same seed", async () => {
    const hits = async () => {
      const { old, control } = open({ seed: 7 });
      await control("fault", { match: RECORDS, kind: "busy", rate: 0.3 });
      const codes: unknown[] = [];
      for (let call = 0; call < 40; call += 1) codes.push((await old(RECORDS, ASKED)).body.errcode);
      return codes;
    };
    const first = await hits();
    expect(first.filter((code) => code === -1).length).toBeGreaterThan(4);
    expect(first.filter((code) => code === -1).length).toBeLessThan(24);
    expect(await hits()).toEqual(first);
  });

  test("that nobody knows is refused", async () => {
    expect(await open().control("fault", { match: "*", kind: "earthquake" })).toMatchObject({ status: 400 });
  });
});
