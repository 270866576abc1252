import { describe, expect, test } from "vitest";
import { at, open, records } from "../testing.ts";

const ASKED = records(["zhao001"], "2026-09-16 00:00", "2026-09-17 00:00");

describe("the monthly quota", () => {
  test("counts attendance, but neither tokens nor contacts nor sign-in", async () => {
    const { old, fresh, control } = open();
    await old("/topapi/v2/user/get", { userid: "zhao001" });
    await old("/topapi/v2/department/listsub", {});
    await old("/attendance/listRecord", ASKED);
    await fresh("/v1.0/attendance/holidays", { userIds: ["zhao001"], workDateFrom: 0, workDateTo: 1 });
    const { body } = await control("calls");
    expect(body).toMatchObject({ month: "2026-09", counted: 2 });
    expect(body.byPath).toMatchObject({ "/attendance/listRecord": 1, "/v1.0/oauth2/accessToken": 4 });
  });

  test("refuses counted calls when it is used up, contacts go on, and a new month begins at nought", async () => {
    const { simulator, old, fresh, control } = open({ monthlyCalls: 2 });
    for (let call = 0; call < 2; call += 1) await old("/attendance/listRecord", ASKED);
    expect((await old("/attendance/listRecord", ASKED)).body).toMatchObject({ errcode: 90020 });
    expect((await old("/topapi/attendance/getleavestatus", {})).body).toMatchObject({ errcode: 88, sub_code: "90020" });
    expect(await fresh("/v1.0/attendance/holidays", {})).toMatchObject({
      status: 403,
      body: { code: "Forbidden.AccessDenied.ApiCountLimitForOrg" },
    });
    expect((await old("/topapi/v2/user/get", { userid: "zhao001" })).body.errcode).toBe(0);
    await simulator.advanceTo(at("2026-10-01 00:00"));
    expect((await old("/attendance/listRecord", ASKED)).body.errcode).toBe(0);
    expect((await control("calls")).body).toMatchObject({ month: "2026-10", counted: 1 });
  });
});

describe("the rate", () => {
  test("is limited for each API on its own; what is refused costs nothing", async () => {
    const { send, token, simulator, control } = open({ throttle: true, callsPerSecond: 3 });
    const valid = await token();
    const init = { headers: { "content-type": "application/json" }, body: JSON.stringify(ASKED) };
    const ask = (path: string) => send("POST", `${path}?access_token=${valid}`, init);
    const codes: unknown[] = [];
    for (let call = 0; call < 5; call += 1) codes.push((await ask("/attendance/listRecord")).body.errcode);
    expect(codes).toEqual([0, 0, 0, 90018, 90018]);
    const wrapped: unknown[] = [];
    for (let call = 0; call < 4; call += 1) wrapped.push((await ask("/topapi/user/listadmin")).body.sub_code);
    expect(wrapped).toEqual([undefined, undefined, undefined, "90018"]);
    const { appKey, appSecret } = simulator.app;
    const body = JSON.stringify({ appKey, appSecret });
    const statuses: number[] = [];
    for (let call = 0; call < 4; call += 1) {
      statuses.push((await send("POST", "/v1.0/oauth2/accessToken", { ...init, body })).status);
    }
    expect(statuses).toEqual([200, 200, 403, 403]);
    expect((await control("state")).body.calls).toMatchObject({ counted: 3 });
  });
});
