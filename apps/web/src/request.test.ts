import { afterEach, expect, test, vi } from "vitest";
import { isOffline, isWaiting } from "./problem.ts";
import { request, within } from "./request.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const answer = (status: number, body: unknown, type = "application/json") =>
  vi.stubGlobal("fetch", async () => new Response(JSON.stringify(body), { status, headers: { "content-type": type } }));
const problem = (path = "/api/today") => request("GET", path).catch((error: unknown) => error);

test("an answer is what it is", async () => {
  answer(200, { ok: true });
  expect(await request("GET", "/api/health")).toEqual({ ok: true });
});

test("nothing to say is nothing", async () => {
  vi.stubGlobal("fetch", async () => new Response(null, { status: 204 }));
  expect(await request("DELETE", "/api/session")).toBeUndefined();
});

test("a refusal keeps its code, its status and what holds now", async () => {
  answer(409, { code: "version-conflict", status: 409, current: { version: 3 } }, "application/problem+json");
  expect(await problem()).toMatchObject({ code: "version-conflict", status: 409, current: { version: 3 } });
  expect(isWaiting(await problem())).toBe(false);
});

test("a refusal of inputs keeps which", async () => {
  const fields = [{ path: "settings.address", message: "setting-malformed" }];
  answer(400, { code: "invalid-input", status: 400, fields }, "application/problem+json");
  expect(await problem()).toMatchObject({ code: "invalid-input", fields });
});

test("a page in the way, as hotels put it there, is an unreachable server", async () => {
  vi.stubGlobal("fetch", async () => new Response("<html>", { headers: { "content-type": "text/html" } }));
  expect(await problem()).toMatchObject({ code: "unreachable", status: 0 });
});

test("without a network it is offline, with one the server is unreachable; both may work later", async () => {
  vi.stubGlobal("fetch", async () => Promise.reject(new TypeError("failed")));
  vi.stubGlobal("navigator", { onLine: true });
  expect(await problem()).toMatchObject({ code: "unreachable" });
  vi.stubGlobal("navigator", { onLine: false });
  const offline = await problem();
  expect(isOffline(offline)).toBe(true);
  expect(isWaiting(offline)).toBe(true);
});

test("after 8 seconds a stalled answer counts as none", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
  });
  const late = problem();
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await late).toMatchObject({ code: "timeout", status: 0 });
});

test("what is known to take longer is waited for longer", async () => {
  vi.useFakeTimers();
  vi.stubGlobal("fetch", (_: string, { signal }: RequestInit) => {
    return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(new Error("aborted"))));
  });
  let ended = false;
  const late = request("POST", "/api/target-checks", {}, 30_000).catch(() => (ended = true));
  await vi.advanceTimersByTimeAsync(29_000);
  expect(ended).toBe(false);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await late).toBe(true);
});

test("work that is no request has the same patience", async () => {
  vi.useFakeTimers();
  const late = within(new Promise(() => undefined)).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(8_000);
  expect(await late).toMatchObject({ code: "timeout" });
  expect(await within(Promise.resolve(1))).toBe(1);
});
