import { describe, expect, test } from "vitest";
import { readSettings } from "./settings.ts";

const complete = {
  DINGTALK_CORP_ID: "ding1",
  DINGTALK_AGENT_ID: "42",
  DINGTALK_APP_KEY: "key",
  DINGTALK_APP_SECRET: "secret",
};

const read = (env: Record<string, string>) => readSettings(env, "/srv/today");

describe("without any setting", () => {
  test("the simulator stands in and only this machine can reach it", () => {
    expect(read({})).toEqual({
      port: 8787,
      host: "127.0.0.1",
      simulatorPort: 8788,
      simulatorPeople: 200,
      dataDir: "/srv/today/.data",
      sessionSecret: null,
      dingtalk: null,
      common: {},
    });
  });

  test("an empty value is as good as none", () => {
    expect(read({ DINGTALK_APP_KEY: " ", PORT: "" }).dingtalk).toBeNull();
  });

  test("the month's budget may be given for the simulator too", () => {
    expect(read({ DINGTALK_MONTHLY_CALLS: "200" })).toMatchObject({
      dingtalk: null,
      common: { DINGTALK_MONTHLY_CALLS: "200" },
    });
  });
});

describe("with credentials", () => {
  test("they become the worker's bindings and the network may reach it", () => {
    const settings = read({ ...complete, DINGTALK_API_BASE: "http://relay.local:8080", DATA_DIR: "/var/today" });
    expect(settings).toMatchObject({ host: "0.0.0.0", dataDir: "/var/today" });
    expect(settings.dingtalk).toEqual({ ...complete, DINGTALK_API_BASE: "http://relay.local:8080" });
  });

  test("each missing one is named in a line of its own", () => {
    const { DINGTALK_APP_KEY: _key, DINGTALK_APP_SECRET: _secret, ...rest } = complete;
    expect(() => read(rest)).toThrow(/^DINGTALK_APP_KEY is missing.*\nDINGTALK_APP_SECRET is missing[^\n]*$/);
  });

  test.each([
    [{ DINGTALK_API_BASE: "api.dingtalk.com" }, /DINGTALK_API_BASE must be an address/],
    [{ DINGTALK_OAPI_BASE: "https://x/?a=1" }, /DINGTALK_OAPI_BASE must be an address/],
    [{ DINGTALK_CALLBACK_TOKEN: "t" }, /belong together/],
    [{ DINGTALK_CALLBACK_TOKEN: "t", DINGTALK_CALLBACK_AES_KEY: "short" }, /DINGTALK_CALLBACK_AES_KEY must be the 43/],
    [{ DINGTALK_EVENTS: "pigeon" }, /DINGTALK_EVENTS must be one of http, stream, off; it is "pigeon"/],
    [{ PUBLIC_URL: "https://example.com/today" }, /PUBLIC_URL must be an address/],
    [{ DINGTALK_MONTHLY_CALLS: "0" }, /DINGTALK_MONTHLY_CALLS must be a whole number/],
    [{ SESSION_SECRET: "abc" }, /SESSION_SECRET must have at least 32 characters; it has 3/],
    [{ CREDENTIAL_KEY: "abc" }, /CREDENTIAL_KEY must have at least 32 characters; it has 3/],
    [{ OUTGOING_PRIVATE: "perhaps" }, /OUTGOING_PRIVATE must be one of refuse, allow; it is "perhaps"/],
    [{ SIMULATOR_PEOPLE: "3" }, /SIMULATOR_PEOPLE must be a number between 12 and 20000; it is "3"/],
    [{ PORT: "99999" }, /PORT must be a port between 1 and 65535; it is "99999"/],
    [{ PORT: "8788" }, /PORT and SIMULATOR_PORT are both 8788/],
  ])("a malformed one is named: %o", (extra, message) => {
    expect(() => read({ ...complete, ...extra })).toThrow(message);
  });
});
