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

  test.each([
    ["token-invalid", 200, { errcode: 40014 }, 400, { code: "InvalidAuthentication" }],
    ["token-missing", 200, { errcode: 41001 }, 400, { code: "AuthenticationFailed.MissingParameter" }],
    ["throttle-all", 200, { errcode: 90002 }, 403, { code: "Forbidden.AccessDenied.QpsLimitForApi" }],
    ["throttle-minute", 200, { errcode: 90018 }, 403, { code: "Forbidden.AccessDenied.QpmLimitForAppkeyAndApi" }],
    ["ban", 200, { errcode: 90001 }, 403, {}],
    ["out-of-scope", 200, { errcode: 50002 }, 403, { code: "permissionDeny" }],
    ["app-stopped", 200, { errcode: 50003 }, 403, {}],
    ["wrong-credentials", 200, { errcode: 40096 }, 400, { code: "invalidClientIdOrSecret" }],
    ["too-old", 200, { errcode: 850002 }, 400, { code: "dateTooEarly" }],
    ["system-error", 200, { errcode: -1 }, 500, { code: "systemError" }],
    ["bare-88", 200, { errcode: 88, errmsg: expect.stringContaining("subcode=40014") }, 200, {}],
    ["json-ban", 200, { status: 1111, punish: "deny" }, 200, { status: 1111 }],
    ["html", 200, { text: expect.stringContaining("<h1>") }, 200, { text: expect.stringContaining("<h1>") }],
    ["http502", 502, { text: expect.stringContaining("<h1>") }, 502, {}],
    ["http503", 503, {}, 503, {}],
  ])("of kind %s is told as the reference has it", async (kind, oldStatus, oldBody, newStatus, newBody) => {
    const { old, fresh, control } = open();
    await control("fault", { match: RECORDS, kind });
    await control("fault", { match: HOLIDAYS, kind });
    expect(await old(RECORDS, ASKED)).toMatchObject({ status: oldStatus, body: oldBody });
    expect(await fresh(HOLIDAYS, HOLIDAYS_ASKED)).toMatchObject({ status: newStatus, body: newBody });
  });

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

  test("may be any code of either host, wrapped under topapi unless it is a business error", async () => {
    const { old, fresh, control } = open();
    const LEAVE = "/topapi/attendance/getleavestatus";
    await control("fault", { match: LEAVE, kind: "code", code: 90007 });
    expect((await old(LEAVE, {})).body).toMatchObject({ errcode: 88, sub_code: "90007" });
    await control("fault", { match: LEAVE, kind: "code", code: 33012, business: true });
    expect((await old(LEAVE, {})).body).toMatchObject({ errcode: 33012 });
    await control("fault", { match: HOLIDAYS, kind: "code", code: "accesstoken.expired", status: 401 });
    expect(await fresh(HOLIDAYS, HOLIDAYS_ASKED)).toMatchObject({ status: 401, body: { code: "accesstoken.expired" } });
    expect((await control("fault", { match: "*", kind: "code" })).status).toBe(400);
  });

  test("lasts for a time by the simulator's clock", async () => {
    const { old, control } = open();
    await control("fault", { match: RECORDS, kind: "busy", seconds: 120 });
    for (const errcode of [-1, -1]) expect((await old(RECORDS, ASKED)).body.errcode).toBe(errcode);
    await control("clock", { advanceMinutes: 1 });
    expect((await old(RECORDS, ASKED)).body.errcode).toBe(-1);
    await control("clock", { advanceMinutes: 1 });
    expect((await old(RECORDS, ASKED)).body.errcode).toBe(0);
  });

  test("on the way back spoils an answer that is counted", async () => {
    const { simulator, token, control } = open();
    const ask = async () => {
      const url = `http://simulator${RECORDS}?access_token=${await token()}`;
      const headers = { "content-type": "application/json" };
      return simulator.fetch(new Request(url, { method: "POST", headers, body: JSON.stringify(ASKED) }));
    };
    const whole = await (await ask()).text();
    await control("fault", { match: RECORDS, kind: "truncated" });
    const half = await (await ask()).text();
    expect(whole.startsWith(half) && half.length > 0 && half.length < whole.length).toBe(true);
    await control("fault", { match: RECORDS, kind: "empty" });
    expect(await (await ask()).text()).toBe("");
    await control("fault", { match: RECORDS, kind: "reset" });
    await expect((await ask()).text()).rejects.toThrow();
    await control("fault", { match: RECORDS, kind: "slow", delayMs: 30 });
    const began = performance.now();
    expect(await (await ask()).text()).toBe(whole);
    expect(performance.now() - began).toBeGreaterThan(25);
    expect((await control("state")).body.calls).toMatchObject({ counted: 5 });
  });

  test("of every kind is listed", async () => {
    const { control } = open();
    const { kinds } = (await control("fault-kinds")).body as unknown as { kinds: string[] };
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const kind of kinds) expect((await control("fault", { match: "/none", kind, code: 1 })).status).toBe(200);
  });
});

describe("the codes that the documents leave open", () => {
  test("are chosen by switches, but punches keep 41041", async () => {
    const { old, control } = open();
    await control("switches", { tooManyIdsCode: "400002", spanCode: "40035" });
    const many = Array.from({ length: 51 }, () => "zhao001");
    const { body } = await old(RECORDS, records(many, "2026-09-16 00:00", "2026-09-17 00:00"));
    expect(body.errcode).toBe(400002);
    const long = { userid_list: "zhao001", start_time: 0, end_time: Date.parse("2026-09-17"), offset: 0, size: 20 };
    expect((await old("/topapi/attendance/getleavestatus", long)).body.errcode).toBe(40035);
    const week = await old(RECORDS, records(["zhao001"], "2026-09-01 00:00", "2026-09-17 00:00"));
    expect(week.body.errcode).toBe(41041);
  });
});
