import type { CallEvidence } from "@today/db/call-evidence";
import { expect, test } from "vitest";
import { firstOpen, latestOf } from "./evidence.ts";
import { broken, works } from "./finding.ts";

const token = "/v1.0/oauth2/accessToken";
const call = (path: string, outcome: string, at: number, code: string | null = null): CallEvidence => ({
  ...{ path, outcome, at, code },
});
const scopes = ["/topapi/v2/department/get", "/topapi/v2/user/list", "/topapi/v2/user/get", "/attendance/listRecord"];
const stateOf = (seen: ReturnType<typeof latestOf>) => Object.fromEntries(seen.map((one) => [one.step, one.state]));

test("a pull that went well shows the token, the address and every permission it used", () => {
  const calls = [call(token, "ok", 5), ...scopes.map((path, n) => call(path, "ok", 10 + n))];
  const seen = latestOf([], calls);
  expect(stateOf(seen)).toEqual({ credentials: "ok", address: "ok", scopes: "ok" });
  expect(seen.find(({ step }) => step === "scopes")).toMatchObject({ proof: { had: 4, of: 4 }, at: 13 });
});

test("three of four permissions show nothing yet, one that is refused shows which", () => {
  const three = scopes.slice(0, 3).map((path) => call(path, "ok", 10));
  expect(stateOf(latestOf([], three)).scopes).toBeUndefined();
  const refused = latestOf([], [...three, call("/attendance/listRecord", "permission", 12, "60011")]);
  expect(refused.find(({ step }) => step === "scopes")).toMatchObject({
    ...{ state: "broken", problem: "permission", proof: { had: 3, of: 4 } },
    detail: { missing: ["qyapi_get_attendance_data"] },
  });
});

test("the later of a check and a call counts, and a call that says the same leaves what the check told", () => {
  const refused = { ...broken("address", "ip-refused", { code: "60020", address: "203.0.113.9" }), at: 10 };
  const same = latestOf([refused], [call("/attendance/listRecord", "ip-refused", 11, "60020")]);
  expect(same).toEqual([{ ...refused, at: 11 }]);
  expect(stateOf(latestOf([refused], [call("/attendance/listRecord", "ok", 9)])).address).toBe("broken");
  expect(stateOf(latestOf([refused], [call("/attendance/listRecord", "ok", 12)])).address).toBe("ok");
  const passed = { ...works("address", { code: "passed" }), at: 10 };
  expect(stateOf(latestOf([passed], [call("/attendance/listRecord", "ip-refused", 12)])).address).toBe("broken");
});

test("credentials are judged by the token's own call alone, since a token that is over is fetched again", () => {
  const calls = [call(token, "ok", 5), call("/attendance/listRecord", "credentials", 9, "42001")];
  expect(stateOf(latestOf([], calls)).credentials).toBe("ok");
  expect(stateOf(latestOf([], [call(token, "ok", 5), call(token, "credentials", 6)])).credentials).toBe("broken");
});

test("the first broken step is looked at first, then the first that was not reached", () => {
  const steps = (...states: string[]) =>
    (["app", "credentials", "scopes"] as const).map((id, n) => ({ id, state: states[n] ?? "ok" }));
  expect(firstOpen(steps("ok", "not-reached", "broken"))).toBe("scopes");
  expect(firstOpen(steps("ok", "not-reached", "not-reached"))).toBe("credentials");
  expect(firstOpen(steps())).toBeNull();
});
