import { createSimulator } from "@today/simulator/simulator";
import fc from "fast-check";
import { expect, it } from "vitest";
import { jsapiConfig, jsapiTicket, signJsapi } from "./jsapi.ts";
import { clientAnswering } from "./testing.ts";
import { sixty, townOf } from "./town.ts";

const town = () => townOf(createSimulator(sixty));

const published = {
  ticket: "raj3X1Z2OIYqxuQ29WVK1uvhIvrsXC4qPwYE1KQ174zx7MfhX2qHKdtFE2XdUxbdp1WfoctcNCmBfbfYEJj5um",
  nonce: "abcdefg",
  timestamp: "1440678945",
  url: "http://调用jsapi页面",
};

it("signs as published, by either digest", async () => {
  expect(await signJsapi(published)).toBe("750d0719eeb810f6fa12b04d87d0d7789c4bc64f");
  expect(await signJsapi(published, "SHA-256")).toBe(
    "be7a710952fbe5fdcf5271911d71b569e604e6207b79cc6aae140a5faa4717db",
  );
});

it("signs a page without its fragment and with its query decoded once", async () => {
  const signed = (url: string) => signJsapi({ ...published, url });
  const plain = await signed("https://app.example.test/?a=张三");
  expect(await signed("https://app.example.test/?a=%E5%BC%A0%E4%B8%89#/today?x=1")).toBe(plain);
  expect(await signed("https://app.example.test/?a=张三#")).toBe(plain);
  expect(await signed("https://app.example.test/?a=%25")).not.toBe(await signed("https://app.example.test/?a=%2525"));
});

it("signs any address at all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string(), async (url) => {
      expect(await signJsapi({ ...published, url })).toMatch(/^[0-9a-f]{40}$/);
    }),
  );
});

it("brings a ticket with its life, or is unreadable", async () => {
  const { dingtalk, calls } = clientAnswering({ jsapiTicket: "ticket5Kd8", expireIn: "7200" });
  expect(await jsapiTicket(dingtalk)).toEqual({ value: "ticket5Kd8", seconds: 7200 });
  expect(calls[0]?.method).toBe("POST");
  await expect(jsapiTicket(clientAnswering({}).dingtalk)).rejects.toMatchObject({ kind: "unreadable" });
});

it.each(["SHA-1", "SHA-256"] as const)("is believed by the simulator (%s)", async (digest) => {
  const { dingtalk, simulator, control } = town();
  const { value: ticket } = await jsapiTicket(dingtalk);
  const stamp = {
    ticket,
    nonce: "n0nce",
    timestamp: "1789315200000",
    url: "https://app.example.test/today?corpId=ding1#/x",
  };
  const { agentId, corpId } = simulator.app;
  const config = await jsapiConfig({ agentId, corpId, digest }, stamp, ["device.geolocation.get"]);
  expect(config).toMatchObject({ type: 0, timeStamp: "1789315200000", nonceStr: "n0nce" });
  const url = "https://app.example.test/today?corpId=ding1";
  expect(await control("jsapi-config", { ...config, url })).toMatchObject({ authorised: expect.anything() });
  expect(await control("jsapi-config", { ...config, url: `${url}2` })).toMatchObject({ code: 52013 });
});
