import { describe, expect, test } from "vitest";
import { open } from "../testing.ts";

const USER = "/topapi/v2/user/get";
const RECORDS = "/attendance/listRecord";
const HOLIDAYS = "/v1.0/attendance/holidays";
const JSON_BODY = { headers: { "content-type": "application/json" }, body: '{"userid":"zhao001"}' };

describe("the token is accepted only where the documents put it", () => {
  test.each([
    ["topapi without one", USER, {}, 200, { errcode: 88, sub_code: "40000", sub_msg: "access_token is blank" }],
    ["topapi with an unknown one", `${USER}?access_token=x`, {}, 200, { errcode: 88, sub_code: "40014" }],
    [
      "topapi with one in the header",
      USER,
      { "x-acs-dingtalk-access-token": "T" },
      200,
      { errcode: 88, sub_code: "40000" },
    ],
    ["an old path outside topapi", `${RECORDS}?access_token=x`, {}, 200, { errcode: 40014 }],
    ["the new host without one", HOLIDAYS, {}, 400, { code: "AuthenticationFailed.MissingParameter" }],
    [
      "the new host with one in the query",
      `${HOLIDAYS}?access_token=T`,
      {},
      400,
      { code: "AuthenticationFailed.MissingParameter" },
    ],
    [
      "the new host with a bearer",
      HOLIDAYS,
      { authorization: "Bearer T" },
      400,
      { code: "AuthenticationFailed.MissingParameter" },
    ],
    [
      "the new host with an unknown one",
      HOLIDAYS,
      { "x-acs-dingtalk-access-token": "x" },
      400,
      { code: "InvalidAuthentication", message: "不合法的access_token" },
    ],
  ])("%s", async (_name, path, headers, status, expected) => {
    const { send, token } = open();
    const valid = await token();
    const withToken = (text: string) => text.replace("T", valid);
    const sent = Object.entries(headers).map(([name, value]) => [name, withToken(value)]);
    const init = { ...JSON_BODY, headers: { ...JSON_BODY.headers, ...Object.fromEntries(sent) } };
    const answer = await send("POST", path.endsWith("=T") ? withToken(path) : path, init);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(expected);
  });

  test("a form may carry it", async () => {
    const { send, token } = open();
    const body = new URLSearchParams({ access_token: await token(), userid: "zhao001" });
    expect((await send("POST", USER, { body })).body).toMatchObject({ errcode: 0, result: { name: "赵磊" } });
  });

  test("an expired one is told apart from an unknown one", async () => {
    const { simulator, send, token } = open({ tokenSeconds: 30 });
    const path = `${USER}?access_token=${await token()}`;
    await simulator.advanceTo(simulator.now() + 31_000);
    expect((await send("POST", path, JSON_BODY)).body).toMatchObject({ errcode: 88, sub_code: "42001" });
  });
});

describe("token calls", () => {
  const { app } = open().simulator;

  test.each([
    ["GET", "/gettoken?appkey=x&appsecret=y", undefined, 200, { errcode: 40096, errmsg: "不合法的appKey或appSecret" }],
    ["GET", "/gettoken", undefined, 200, { errcode: 40035, errmsg: "缺少参数 corpid or appkey" }],
    ["POST", "/v1.0/oauth2/accessToken", { appKey: "x" }, 400, { code: "invalidClientIdOrSecret" }],
    ["POST", "/v1.0/oauth2/dingother/token", {}, 500, { code: "unknownError" }],
    ["POST", `/v1.0/oauth2/${app.corpId}/token`, { grant_type: "password" }, 400, { code: "unsupported.grant.type" }],
    ["POST", `/v1.0/oauth2/${app.corpId}/token`, { grant_type: "client_credentials" }, 400, { code: "invalid.client" }],
  ])("%s %s", async (method, path, body, status, expected) => {
    const init = body ? { ...JSON_BODY, body: JSON.stringify(body) } : {};
    const answer = await open().send(method, path, init);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject(expected);
  });

  test("all of them give the same token until it expires, and asking prolongs it", async () => {
    const { simulator, send, token } = open();
    const first = await token();
    await simulator.advanceTo(simulator.now() + 7_000_000);
    const { body } = await send("GET", `/gettoken?appkey=${app.appKey}&appsecret=${app.appSecret}`);
    expect(body).toMatchObject({ errcode: 0, access_token: first, expires_in: 7200 });
    await simulator.advanceTo(simulator.now() + 7_000_000);
    expect(await token()).toBe(first);
    await simulator.advanceTo(simulator.now() + 7_200_000);
    expect(await token()).not.toBe(first);
  });
});

describe("what does not exist", () => {
  test("an unknown method of topapi is named", async () => {
    const { body } = await open().old("/topapi/v2/user/nothing", {});
    expect(body).toMatchObject({ errcode: 22, sub_msg: "不合法ApiName，ApiName = dingtalk.oapi.v2.user.nothing" });
    expect(body).not.toHaveProperty("sub_code");
  });

  test("an unknown path is 200 with an old-style body", async () => {
    expect(await open().send("POST", "/v1.0/nothing")).toEqual({
      status: 200,
      body: { errcode: 404, errmsg: "请求的URI地址不存在" },
    });
  });

  test("a GET of topapi is refused", async () => {
    expect((await open().send("GET", USER)).body).toMatchObject({ errcode: 43002 });
  });
});

describe("envelopes", () => {
  test("only topapi answers carry a request id, and each its own", async () => {
    const { old } = open();
    const first = await old(USER, { userid: "zhao001" });
    const second = await old(USER, { userid: "zhao001" });
    expect(first.body.request_id).toMatch(/^sim\w+$/);
    expect(second.body.request_id).not.toBe(first.body.request_id);
    const plain = await old(RECORDS, {
      userIds: [],
      checkDateFrom: "2026-09-17 00:00:00",
      checkDateTo: "2026-09-17 01:00:00",
    });
    expect(plain.body).not.toHaveProperty("request_id");
  });

  test("business errors come directly", async () => {
    const { body } = await open().old(USER, { userid: "nobody" });
    expect(body).toMatchObject({ errcode: 60121, errmsg: "找不到该用户" });
    expect(body).not.toHaveProperty("sub_code");
  });

  test("a switch wraps the gateway errors of the attendance paths as well", async () => {
    const { control, send } = open();
    await control("switches", { wrap88: true });
    expect((await send("POST", `${RECORDS}?access_token=x`, JSON_BODY)).body).toMatchObject({
      errcode: 88,
      sub_code: "40014",
    });
    expect((await send("GET", "/auth/scopes?access_token=x")).body).toMatchObject({ errcode: 40014 });
  });

  test("a body that is not JSON is refused", async () => {
    const { send, token } = open();
    const path = `${RECORDS}?access_token=${await token()}`;
    expect((await send("POST", path, { body: "userIds=zhao001" })).body).toMatchObject({ errcode: expect.any(Number) });
    expect((await send("POST", path, { ...JSON_BODY, body: "{" })).body).toMatchObject({ errcode: 40038 });
    const form = new URLSearchParams({ userIds: "zhao001" });
    expect((await send("POST", path, { body: form })).body).toMatchObject({ errcode: 43009 });
  });
});
