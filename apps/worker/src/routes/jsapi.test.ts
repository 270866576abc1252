import { createSimulator } from "@today/simulator/simulator";
import { expect, test } from "vitest";
import type { JsapiSignature } from "../contract.ts";
import type { Env } from "../env.ts";
import { openHouse } from "../testing.ts";

/** A house beside a pretend DingTalk that checks what a page gives to `dd.config`. */
async function furnish(env: Partial<Env> = {}) {
  const ready: { answer?: (request: Request) => Promise<Response> } = {};
  const fetch = async (request: Request) => (await ready.answer?.(request)) ?? new Response(null, { status: 503 });
  const house = await openHouse({ fetch, env });
  const app = { corpId: house.id, appKey: "dingkey", appSecret: "secret", agentId: "123" };
  const simulator = createSimulator({ people: 12, start: "2026-09-17T13:30:00+08:00", app });
  const asked: string[] = [];
  ready.answer = (request) => {
    asked.push(new URL(request.url).pathname);
    return simulator.fetch(request);
  };
  const authorised = async (config: JsapiSignature, url: string) => {
    const init = { method: "POST", body: JSON.stringify({ ...config, url }) };
    return (await simulator.fetch(new Request("http://sim.test/_simulator/jsapi-config", init))).status === 200;
  };
  const sign = (url: string, more = "") =>
    house.as("zhao").call<JsapiSignature>("GET", `/api/jsapi-signature?url=${encodeURIComponent(url)}${more}`);
  return { house, sign, authorised, asked };
}

const page = "http://today.test/?corpId=ding1#/team";

test("a page of the product is signed by either digest, its hash cut, and DingTalk takes it", async () => {
  const { sign, authorised } = await furnish();
  for (const [digest, length] of [
    ["", 64],
    ["&digest=sha-256", 64],
    ["&digest=sha-1", 40],
  ] as const) {
    const { status, body } = await sign(page, `${digest}&apis=device.geolocation.get,biz.map.view`);
    expect(status).toBe(200);
    expect(body.signature).toHaveLength(length);
    expect(body).toMatchObject({ agentId: "123", jsApiList: ["device.geolocation.get", "biz.map.view"] });
    expect(await authorised(body, "http://today.test/?corpId=ding1"), digest).toBe(true);
    expect(await authorised(body, "http://today.test/other"), digest).toBe(false);
  }
});

test("the digest may be chosen by the settings", async () => {
  const { sign } = await furnish({ DINGTALK_JSAPI_DIGEST: "sha-1" });
  expect((await sign(page)).body.signature).toHaveLength(40);
});

test("the ticket is asked for once and used until shortly before it expires", async () => {
  const { house, sign, asked } = await furnish();
  const tickets = () => asked.filter((path) => path === "/v1.0/oauth2/jsapiTickets").length;
  const first = (await sign(page)).body;
  const second = (await sign(page)).body;
  expect(tickets()).toBe(1);
  expect(second.nonceStr).not.toBe(first.nonceStr);
  house.now += 6_900_000;
  await sign(page);
  expect(tickets()).toBe(2);
});

test("no page of anybody else's is signed, nor any without the app's number", async () => {
  const { sign } = await furnish();
  for (const url of [
    "https://today.test/",
    "http://evil.test/",
    "http://today.test.evil.test/",
    "http://today.test:81/",
  ]) {
    expect((await sign(url)).status, url).toBe(403);
  }
  expect((await sign("not a page")).status).toBe(400);
  const behind = await furnish({ PUBLIC_URL: "https://today.example.com" });
  expect((await behind.sign("https://today.example.com/#/me")).status).toBe(200);
  expect((await behind.sign(page)).status).toBe(403);
  expect((await (await furnish({ DINGTALK_AGENT_ID: "" })).sign(page)).status).toBe(404);
});
