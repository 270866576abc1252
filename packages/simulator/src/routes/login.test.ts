import { describe, expect, test } from "vitest";
import { type Body, type Opened, open } from "../testing.ts";

const DAY = 86_400_000;

async function code({ simulator }: Opened, scope: string, more: Record<string, string> = {}): Promise<URLSearchParams> {
  const query = new URLSearchParams({
    redirect_uri: "https://app.example.com/back",
    response_type: "code",
    client_id: simulator.app.appKey,
    scope,
    state: "s1",
    prompt: "consent",
    person: "zhao001",
    ...more,
  });
  const response = await simulator.fetch(new Request(`http://simulator/oauth2/auth?${query}`, { redirect: "manual" }));
  return new URL(response.headers.get("location") ?? "http://nowhere").searchParams;
}

async function exchange({ send, simulator }: Opened, fields: object): Promise<Body> {
  const { appKey, appSecret } = simulator.app;
  const body = JSON.stringify({ clientId: appKey, clientSecret: appSecret, ...fields });
  return (await send("POST", "/v1.0/oauth2/userAccessToken", { headers: { "content-type": "application/json" }, body }))
    .body;
}

const signedIn = async (opened: Opened, scope: string) =>
  exchange(opened, { grantType: "authorization_code", code: (await code(opened, scope)).get("authCode") });

describe("the browser's login", () => {
  test("comes back with authCode and state, and names the organisation only for the scope corpid", async () => {
    const opened = open();
    expect((await code(opened, "openid")).get("state")).toBe("s1");
    expect(await signedIn(opened, "openid corpid")).toMatchObject({ corpId: "ding0simulator0001", expireIn: 7200 });
    expect(await signedIn(opened, "openid")).not.toHaveProperty("corpId");
  });

  test("comes back with an error when the person does not want to", async () => {
    expect(Object.fromEntries(await code(open(), "openid", { person: "" }))).toEqual({
      error: "access_denied",
      state: "s1",
    });
  });

  test("takes a code once, and no code of the phone", async () => {
    const opened = open();
    const authCode = (await code(opened, "openid")).get("authCode");
    const fields = { grantType: "authorization_code", code: authCode };
    expect(await exchange(opened, fields)).toHaveProperty("accessToken");
    expect(await exchange(opened, fields)).toMatchObject({ code: "invalidAuthCode" });
    const phone = (await opened.control("auth-code", { userId: "zhao001" })).body.code;
    expect(await exchange(opened, { ...fields, code: phone })).toMatchObject({ code: "invalidAuthCode" });
    const other = (await code(opened, "openid")).get("authCode");
    expect((await opened.old("/topapi/v2/user/getuserinfo", { code: other })).body.errcode).toBe(40078);
  });

  test("is refreshed for thirty days", async () => {
    const opened = open();
    const { refreshToken } = await signedIn(opened, "openid corpid");
    const fields = { grantType: "refresh_token", refreshToken };
    expect(await exchange(opened, fields)).toMatchObject({ corpId: "ding0simulator0001" });
    await opened.simulator.advanceTo(opened.simulator.now() + 30 * DAY);
    expect(await exchange(opened, fields)).toMatchObject({ code: "invalidAuthCode" });
  });

  test("tells who it is, without the number when that is not permitted", async () => {
    const opened = open();
    const { accessToken } = await signedIn(opened, "openid");
    const me = async () =>
      (
        await opened.send("GET", "/v1.0/contact/users/me", {
          headers: { "x-acs-dingtalk-access-token": String(accessToken) },
        })
      ).body;
    expect(await me()).toMatchObject({ nick: "赵磊", mobile: "13810000000", stateCode: "86" });
    await opened.control("switches", { mobileScope: false });
    expect(await me()).not.toHaveProperty("mobile");
  });
});

describe("the ticket of the page's signature", () => {
  test("is prolonged by asking, up to a day", async () => {
    const opened = open();
    const ticket = async () => (await opened.fresh("/v1.0/oauth2/jsapiTickets", {})).body.jsapiTicket;
    const first = await ticket();
    for (let hour = 0; hour < 23; hour += 1) {
      await opened.control("clock", { advanceMinutes: 60 });
      expect(await ticket()).toBe(first);
    }
    await opened.control("clock", { advanceMinutes: 61 });
    expect(await ticket()).not.toBe(first);
  });
});
