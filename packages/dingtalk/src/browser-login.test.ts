import { createSimulator } from "@today/simulator/simulator";
import { describe, expect, it } from "vitest";
import { loginUrl, personOfAuthCode, userIdOfUnionId } from "./browser-login.ts";
import type { DingTalkOptions } from "./client.ts";
import { clientAnswering, clientOf, farSide, memoryTokens, stepClock } from "./testing.ts";

const asked = { clientId: "dingfixture", redirectUri: "https://app.example.test/back?a=1", state: "s t" };

function optionsFor(fetch: DingTalkOptions["fetch"], more: Partial<DingTalkOptions> = {}): DingTalkOptions {
  const { now, sleep } = stepClock();
  return {
    ...{ corpId: "ding0000fixture0001", appKey: "dingfixture", appSecret: "a-secret-nobody-may-read" },
    ...{ apiBase: "https://api.example.test", oapiBase: "https://oapi.example.test", tokens: memoryTokens() },
    ...{ fetch, now, sleep, meter: { count: () => undefined } },
    ...more,
  };
}

it("sends the browser to DingTalk with all that it needs", () => {
  const url = new URL(loginUrl({ ...asked, corpId: "ding1" }));
  expect(url.origin + url.pathname).toBe("https://login.dingtalk.com/oauth2/auth");
  expect(Object.fromEntries(url.searchParams)).toEqual({
    redirect_uri: asked.redirectUri,
    response_type: "code",
    client_id: "dingfixture",
    scope: "openid corpid",
    state: "s t",
    prompt: "consent",
    corpId: "ding1",
  });
  expect(url.href).toContain("scope=openid%20corpid");
});

describe("a code", () => {
  const person = { nick: "林一", unionId: "uLin01UnionA1iE", openId: "oLin01" };

  it("becomes a person with the person's own token", async () => {
    const far = farSide(({ url }) =>
      url.pathname === "/v1.0/oauth2/userAccessToken"
        ? { accessToken: "usertoken-1", expireIn: 7200, corpId: "ding0000fixture0001" }
        : person,
    );
    expect(await personOfAuthCode(optionsFor(far.fetch), "6b427a90")).toEqual({
      unionId: "uLin01UnionA1iE",
      name: "林一",
      corpId: "ding0000fixture0001",
    });
    expect(far.calls[0]?.body).toEqual({
      clientId: "dingfixture",
      clientSecret: "a-secret-nobody-may-read",
      code: "6b427a90",
      grantType: "authorization_code",
    });
    expect(far.calls[1]?.headers.get("x-acs-dingtalk-access-token")).toBe("usertoken-1");
    expect(far.tokenCalls()).toBe(0);
  });

  it("of another organisation is not taken", async () => {
    const far = farSide(() => ({ accessToken: "usertoken-1", corpId: "dingElsewhere" }));
    const refused = { kind: "code-invalid", code: "other-organisation" };
    await expect(personOfAuthCode(optionsFor(far.fetch), "x")).rejects.toMatchObject(refused);
    expect(far.calls).toHaveLength(1);
  });

  it("without an organisation is taken: it was not asked for one", async () => {
    const far = farSide(() => ({ accessToken: "usertoken-1", ...person }));
    expect(await personOfAuthCode(optionsFor(far.fetch), "x")).toMatchObject({ corpId: null });
  });

  it("that is wrong is told from an app that may not", async () => {
    for (const [status, code, kind] of [
      [400, "invalidAuthCode", "code-invalid"],
      [404, "invalidParameter.authCode.notFound", "code-invalid"],
      [400, "invalidClientIdOrSecret", "credentials"],
      [403, "Forbidden.AccessDenied.AccessTokenPermissionDenied", "permission"],
    ] as const) {
      const far = farSide(() => Response.json({ code, message: "no" }, { status }));
      await expect(personOfAuthCode(optionsFor(far.fetch), "x")).rejects.toMatchObject({ kind });
    }
  });

  it("whose answer lacks the token or the person is unreadable", async () => {
    await expect(personOfAuthCode(optionsFor(farSide(() => ({})).fetch), "x")).rejects.toMatchObject({
      kind: "unreadable",
      code: "accessToken",
    });
    const nobody = farSide(() => ({ accessToken: 7, unionId: null }));
    await expect(personOfAuthCode(optionsFor(nobody.fetch), "x")).rejects.toMatchObject({ code: "unionId" });
  });
});

it("finds who works here by union id", async () => {
  const answering = (result: object) => clientAnswering({ errcode: 0, result }).dingtalk;
  expect(await userIdOfUnionId(answering({ contact_type: 0, userid: "lin01" }), "u")).toBe("lin01");
  expect(await userIdOfUnionId(answering({ contact_type: "1", userid: "x" }), "u")).toBeNull();
  expect(await userIdOfUnionId(clientAnswering({ errcode: 60121, errmsg: "no" }).dingtalk, "u")).toBeNull();
  await expect(userIdOfUnionId(clientAnswering({ errcode: 60011, errmsg: "no" }).dingtalk, "u")).rejects.toMatchObject({
    kind: "permission",
  });
});

it("signs in at the simulator from the login page to the person", async () => {
  const simulator = createSimulator({ people: 60, throttle: false });
  const { corpId, appKey, appSecret } = simulator.app;
  const base = "http://simulator.test";
  const app = { corpId, appKey, appSecret, apiBase: base, oapiBase: base };
  const options = optionsFor((request) => simulator.fetch(request), app);
  const page = `${loginUrl({ ...asked, clientId: appKey, base })}&person=zhao001`;
  const back = new URL((await simulator.fetch(new Request(page))).headers.get("location") ?? "");
  expect(back.searchParams.get("state")).toBe("s t");
  const code = back.searchParams.get("authCode") ?? "";
  const person = await personOfAuthCode(options, code);
  expect(person).toMatchObject({ name: "赵磊", corpId });
  const { dingtalk } = clientOf(options.fetch, app);
  expect(await userIdOfUnionId(dingtalk, person.unionId)).toBe("zhao001");
  expect(await userIdOfUnionId(dingtalk, "uNobody")).toBeNull();
  await expect(personOfAuthCode(options, code)).rejects.toMatchObject({ kind: "code-invalid" });
});
