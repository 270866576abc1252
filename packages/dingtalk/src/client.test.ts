import { describe, expect, it } from "vitest";
import type { DingTalkError } from "./error.ts";
import { clientOf, farSide, memoryTokens, type Reply, stepClock } from "./testing.ts";

const OK = { errcode: 0, errmsg: "ok", result: "fine" };
const PATH = "/topapi/attendance/getleavestatus";

/** A far side that first gives these replies, in order, and then succeeds for ever. */
function afterwards(...replies: Reply[]) {
  const far = farSide((_, count) => replies[count - 1] ?? OK);
  return { ...far, ...clientOf(far.fetch) };
}

const newRefusal = (code: string, status: number) => Response.json({ code, message: "…" }, { status });

describe("the two hosts", () => {
  it("puts the token of the old host into the query and that of the new host into its header", async () => {
    const { dingtalk, calls } = afterwards();
    await dingtalk.callOld(PATH, { offset: 0 });
    await dingtalk.callOld("/checkin/record", null, { query: { department_id: "1" } });
    await dingtalk.callNew("POST", "/v1.0/attendance/holidays", { userIds: ["zhao001"] });
    expect(calls.map((call) => `${call.method} ${call.url}`)).toEqual([
      `POST https://oapi.example.test${PATH}?access_token=token-1`,
      "GET https://oapi.example.test/checkin/record?department_id=1&access_token=token-1",
      "POST https://api.example.test/v1.0/attendance/holidays",
    ]);
    expect(calls[0]?.headers.get("content-type")).toBe("application/json");
    expect(calls[2]?.headers.get("x-acs-dingtalk-access-token")).toBe("token-1");
    expect(calls[2]?.body).toEqual({ userIds: ["zhao001"] });
  });

  it("keeps the path of a relay in front of the hosts", async () => {
    const far = farSide(() => OK);
    const { dingtalk } = clientOf(far.fetch, { oapiBase: "https://relay.example.test/oapi/" });
    await dingtalk.callOld(PATH, {});
    expect(far.calls[0]?.url.pathname).toBe(`/oapi${PATH}`);
  });

  it("meters every call made, by path and outcome", async () => {
    const { dingtalk, outcomes } = afterwards({ errcode: -1 });
    await dingtalk.callOld(PATH, {});
    await dingtalk.callNew("GET", "/v1.0/workflow/processInstances?processInstanceId=x");
    expect(outcomes).toEqual([
      "/v1.0/oauth2/accessToken ok",
      `${PATH} busy`,
      `${PATH} ok`,
      "/v1.0/workflow/processInstances ok",
    ]);
  });
});

describe("retries", () => {
  const busy = () => ({ errcode: -1, errmsg: "系统繁忙" });
  const times = (count: number, reply: () => Reply) => Array.from({ length: count }, reply);

  it.each([
    ["busy", busy, [1000, 2000, 4000]],
    ["an overloaded new host", () => newRefusal("system.busy", 503), [1000, 2000, 4000]],
    ["too many requests", () => new Response("", { status: 429 }), [1000, 2000, 4000]],
    ["the app's own rate", () => ({ errcode: 90018 }), [1000, 1000, 1000, 1000, 1000]],
    ["the rate of everybody", () => ({ errcode: 88, sub_code: "90002" }), [1000, 2000, 4000]],
    ["an answer that was cut off", () => new Response("{"), [1000, 2000]],
    ["the rate a minute", () => newRefusal("Forbidden.AccessDenied.QpmLimitForAppkeyAndApi", 403), []],
  ])("waits for %s as long as its rule says, then gives up", async (_, reply, waits) => {
    const patient = afterwards(...times(waits.length, reply));
    await expect(patient.dingtalk.callOld(PATH, {})).resolves.toMatchObject({ result: "fine" });
    expect(patient.clock.slept).toEqual(waits);

    const hopeless = afterwards(...times(waits.length + 1, reply));
    await expect(hopeless.dingtalk.callOld(PATH, {})).rejects.toThrow(PATH);
    expect(hopeless.calls).toHaveLength(waits.length + 1);
  });

  it("waits as long as Retry-After asks", async () => {
    const { dingtalk, clock } = afterwards(new Response("", { status: 429, headers: { "retry-after": "7" } }));
    await dingtalk.callOld(PATH, {});
    expect(clock.slept).toEqual([7000]);
  });

  it.each([
    ["quota", { errcode: 90020 }],
    ["quota", newRefusal("Forbidden.AccessDenied.ApiCountLimitForOrg", 403)],
    ["ip-refused", { errcode: 60020, errmsg: "request ip=203.0.113.9" }],
    ["permission", { errcode: 88, sub_code: "60011" }],
    ["bad-request", { errcode: 41041 }],
    ["banned", new Response("<html></html>")],
    ["unreadable", new Response("<h1>Not Found</h1>", { status: 404 })],
    ["credentials", { errcode: 33001 }],
  ] as const)("never repeats a call that met %s", async (kind, reply) => {
    const { dingtalk, calls, clock } = afterwards(reply);
    await expect(dingtalk.callOld(PATH, {})).rejects.toMatchObject({ kind });
    expect(calls).toHaveLength(1);
    expect(clock.slept).toEqual([]);
  });

  it("repeats a call that gets no answer in time twice, and an unreachable host likewise", async () => {
    const silent = clientOf(farSide(() => new Promise<Reply>(() => {})).fetch, { timeoutMs: 20 });
    await expect(silent.dingtalk.callOld(PATH, {})).rejects.toMatchObject({ kind: "timeout", code: "timeout" });
    expect(silent.outcomes.filter((outcome) => outcome === `${PATH} timeout`)).toHaveLength(3);

    const cut = clientOf(farSide(() => Promise.reject(new TypeError("network"))).fetch);
    await expect(cut.dingtalk.callOld(PATH, {})).rejects.toMatchObject({ kind: "timeout", code: "unreachable" });
    expect(cut.clock.slept).toEqual([1000, 2000]);
  });
});

describe("the token", () => {
  const stale = () => ({ errcode: 88, sub_code: "40014", sub_msg: "不合法的access_token" });

  it("is fetched once for concurrent calls and kept", async () => {
    const { dingtalk, tokenCalls } = afterwards();
    await Promise.all(Array.from({ length: 10 }, () => dingtalk.callOld(PATH, {})));
    await dingtalk.callOld(PATH, {});
    expect(tokenCalls()).toBe(1);
  });

  it("is shared between isolates through the store", async () => {
    const far = farSide(() => OK);
    const tokens = memoryTokens();
    await clientOf(far.fetch, { tokens }).dingtalk.callOld(PATH, {});
    await clientOf(far.fetch, { tokens }).dingtalk.callOld(PATH, {});
    expect(far.tokenCalls()).toBe(1);
  });

  it("is fetched anew five minutes before it lapses", async () => {
    const far = farSide(() => OK);
    const { dingtalk, clock } = clientOf(far.fetch);
    await dingtalk.callOld(PATH, {});
    clock.advance((7200 - 301) * 1000);
    await dingtalk.callOld(PATH, {});
    expect(far.tokenCalls()).toBe(1);
    clock.advance(1000);
    await dingtalk.callOld(PATH, {});
    expect(far.tokenCalls()).toBe(2);
  });

  it.each([
    ["old", stale()],
    ["old, bare", { errcode: 42001 }],
    ["new", newRefusal("InvalidAuthentication", 400)],
  ])("is dropped, fetched and tried once more when refused (%s)", async (_, reply) => {
    const { dingtalk, calls, tokenCalls, clock } = afterwards(reply);
    await expect(dingtalk.callOld(PATH, {})).resolves.toMatchObject({ result: "fine" });
    expect(calls.map((call) => call.url.searchParams.get("access_token"))).toEqual(["token-1", "token-2"]);
    expect(tokenCalls()).toBe(2);
    expect(clock.slept).toEqual([]);
  });

  it("is not fetched a third time", async () => {
    const { dingtalk, calls, tokenCalls } = afterwards(stale(), stale(), stale());
    await expect(dingtalk.callOld(PATH, {})).rejects.toMatchObject({ kind: "credentials", code: "40014" });
    expect([calls.length, tokenCalls()]).toEqual([2, 2]);
  });

  it("is renewed once when many calls find it refused together", async () => {
    const far = farSide((call) => (call.url.searchParams.get("access_token") === "token-1" ? stale() : OK));
    const { dingtalk } = clientOf(far.fetch);
    await Promise.all(Array.from({ length: 10 }, () => dingtalk.callOld(PATH, {})));
    expect(far.tokenCalls()).toBe(2);
    expect(far.calls).toHaveLength(20);
  });

  it("does not drop a newer token that another isolate has stored", async () => {
    const tokens = memoryTokens();
    const far = farSide((_, count) => {
      if (count > 1) return OK;
      tokens.stored = { value: "newer", usableUntil: Number.POSITIVE_INFINITY };
      return stale();
    });
    await clientOf(far.fetch, { tokens }).dingtalk.callOld(PATH, {});
    expect(far.calls[1]?.url.searchParams.get("access_token")).toBe("newer");
    expect(far.tokenCalls()).toBe(1);
  });

  it("is asked for once when the very asking is refused", async () => {
    const { dingtalk, outcomes } = clientOf(async () => newRefusal("InvalidAuthentication", 400));
    await expect(dingtalk.callOld(PATH, {})).rejects.toMatchObject({ kind: "credentials" });
    expect(outcomes).toEqual(["/v1.0/oauth2/accessToken credentials"]);
  });

  it("follows no redirect to another place", async () => {
    const seen: string[] = [];
    const far = farSide(() => OK);
    const { dingtalk } = clientOf((request) => {
      seen.push(request.redirect);
      return far.fetch(request);
    });
    await dingtalk.callOld(PATH, {});
    expect(seen).toEqual(["manual", "manual"]);
  });

  it("fails plainly, and without the secret, when the credentials are wrong", async () => {
    const { dingtalk, outcomes } = clientOf(async () => newRefusal("invalidClientIdOrSecret", 400));
    const error: DingTalkError = await dingtalk.callOld(PATH, {}).catch((thrown) => thrown);
    expect(error).toMatchObject({ kind: "credentials", path: "/v1.0/oauth2/accessToken" });
    expect(JSON.stringify(error) + error.message).not.toMatch(/secret-nobody/);
    expect(outcomes).toHaveLength(1);
  });
});

describe("pacing", () => {
  it("makes at most twenty calls of one API in any second, and leaves other APIs alone", async () => {
    const clock = stepClock(0);
    const starts: number[] = [];
    const far = farSide(() => {
      starts.push(clock.now());
      return OK;
    });
    const { dingtalk } = clientOf(far.fetch, { now: clock.now, sleep: clock.sleep });
    for (let call = 0; call < 50; call += 1) await dingtalk.callOld(PATH, {});
    starts.slice(20).forEach((start, index) => {
      expect(start - (starts[index] ?? 0)).toBeGreaterThanOrEqual(1000);
    });
    const before = clock.now();
    await dingtalk.callOld("/attendance/list", {});
    expect([before, clock.now()]).toEqual([2200, 2200]);
  });

  it("goes on when the clock stands still", async () => {
    const slept: number[] = [];
    const far = farSide(() => OK);
    const { dingtalk } = clientOf(far.fetch, { now: () => 0, sleep: async (ms) => void slept.push(ms) });
    for (let call = 0; call < 60; call += 1) await dingtalk.callOld(PATH, {});
    expect(slept).toEqual([1100, 1100]);
  });
});
