import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { type Env, readSettings } from "./env.ts";

const queue = { send: async () => {}, sendBatch: async () => {} } as unknown as Env["QUEUE"];
const given = {
  DB: env.DB,
  QUEUE: queue,
  SETTLING: queue,
  PUSHING: queue,
  DINGTALK_CORP_ID: "ding1",
  DINGTALK_APP_KEY: "key",
  DINGTALK_APP_SECRET: "secret",
  SESSION_SECRET: "long-enough-for-a-session",
};

test("what is not given has a default", () => {
  expect(readSettings(given)).toEqual({
    ...{ corpId: "ding1", agentId: null, appKey: "key", appSecret: "secret", callback: null },
    ...{
      events: "off",
      streamKey: null,
      jsapiDigest: "SHA-256",
      loginBase: "https://login.dingtalk.com",
      publicUrl: null,
    },
    ...{ apiBase: "https://api.dingtalk.com", oapiBase: "https://oapi.dingtalk.com" },
    ...{ monthlyCalls: 5000, callsPerSecond: 20, zone: "Asia/Shanghai", sessionSecret: given.SESSION_SECRET },
    ...{ credentialKey: null, outgoingPrivate: "refuse" },
  });
});

test("everything missing or malformed is named in one line, without any value", () => {
  const { DINGTALK_APP_SECRET: _, ...rest } = given;
  const wrong = { DINGTALK_MONTHLY_CALLS: "many", DINGTALK_API_BASE: "nowhere", COMPANY_ZONE: "Asia/Beijing" };
  expect(() => readSettings({ ...rest, ...wrong, SESSION_SECRET: "short" })).toThrow(
    "Settings: DINGTALK_APP_SECRET is missing; DINGTALK_API_BASE must be an address; DINGTALK_MONTHLY_CALLS must be a number above 0; COMPANY_ZONE must be an IANA zone; SESSION_SECRET is too short",
  );
});

test("a key for credentials is long, and a network of one's own is allowed in so many words", () => {
  const key = "a-key-of-its-own-for-the-credentials";
  expect(readSettings({ ...given, CREDENTIAL_KEY: key, OUTGOING_PRIVATE: "allow" })).toMatchObject({
    ...{ credentialKey: key, outgoingPrivate: "allow" },
  });
  expect(() => readSettings({ ...given, CREDENTIAL_KEY: "short", OUTGOING_PRIVATE: "yes" })).toThrow(
    "Settings: CREDENTIAL_KEY must have at least 32 characters; OUTGOING_PRIVATE must be one of refuse, allow",
  );
});

test("events come to the public address when it has keys, over the host, or not at all", () => {
  const keys = { DINGTALK_CALLBACK_TOKEN: "token", DINGTALK_CALLBACK_AES_KEY: "a".repeat(43) };
  const eventsOf = (more: object) => {
    const { events, callback } = readSettings({ ...given, ...more });
    return [events, callback !== null];
  };
  expect(eventsOf(keys)).toEqual(["http", true]);
  expect(eventsOf({ ...keys, DINGTALK_EVENTS: "stream" })).toEqual(["stream", false]);
  expect(eventsOf({ ...keys, DINGTALK_EVENTS: "off" })).toEqual(["off", false]);
  expect(() => eventsOf({ DINGTALK_EVENTS: "carrier pigeon" })).toThrow(/must be one of http, stream, off/);
});

test("the product's own address is an origin", () => {
  expect(readSettings({ ...given, PUBLIC_URL: "https://today.example.com/" }).publicUrl).toBe(
    "https://today.example.com",
  );
  for (const PUBLIC_URL of ["today.example.com", "https://example.com/today", "javascript:alert(1)"]) {
    expect(() => readSettings({ ...given, PUBLIC_URL }), PUBLIC_URL).toThrow(/PUBLIC_URL must be an address/);
  }
});

test("half a callback is refused", () => {
  expect(() => readSettings({ ...given, DINGTALK_CALLBACK_TOKEN: "token" })).toThrow(/come together/);
  const callback = { DINGTALK_CALLBACK_TOKEN: "token", DINGTALK_CALLBACK_AES_KEY: "a".repeat(43) };
  expect(readSettings({ ...given, ...callback }).callback).toEqual({ token: "token", aesKey: "a".repeat(43) });
});
