import { expect, test } from "vitest";
import type { ConnectionStep } from "../../../api.ts";
import { connectionEn } from "../../../message/connection.en.ts";
import { connectionZh } from "../../../message/connection.zh.ts";
import { connectionLinkEn } from "../../../message/connection-link.en.ts";
import { connectionLinkZh } from "../../../message/connection-link.zh.ts";
import { stepProblemEn } from "../../../message/connection-problem.en.ts";
import { stepProblemZh } from "../../../message/connection-problem.zh.ts";
import { causeAndAct, problemText, untold, waitedFor } from "./problem-text.ts";
import type { Words } from "./words.ts";

const steps = ["app", "credentials", "scopes", "address", "home", "events", "release"] as const;
const dingtalkKinds = [
  ...["busy", "throttled", "quota", "ip-refused", "permission", "credentials"],
  ...["not-found", "bad-request", "banned", "unreadable", "timeout", "code-invalid"],
];
const ownCodes = [
  ...["contact-range", "app-stopped", "company-disabled", "internal", "agent-id-missing"],
  ...["not-opened-yet", "callback-keys-missing", "no-push-yet", "nobody-came-yet"],
];
const all = steps.flatMap((step) => [...dingtalkKinds, ...ownCodes].map((code) => [step, code] as const));

test.each(all)("%s, %s: one cause and one act in both languages", (step, code) => {
  const [zh, en] = [causeAndAct(step, code, "zh"), causeAndAct(step, code, "en")];
  for (const said of [...zh, ...en]) expect(said).not.toMatch(/^$|[。.!！]$|请您|您/);
  for (const said of zh) expect(said.length).toBeLessThanOrEqual(36);
  for (const said of en) expect(said).not.toMatch(/[\u4e00-\u9fff]/);
  if (code !== "internal") expect(zh).not.toEqual(causeAndAct(step, "internal", "zh"));
  if (code !== "internal") expect(en).not.toEqual(causeAndAct(step, "internal", "en"));
});

test("a code that nobody foresaw still has a cause and an act", () => {
  expect(causeAndAct("app", "moon", "zh")).toEqual(causeAndAct("app", "internal", "zh"));
});

test("what a step says in other words, it says in both languages", () => {
  expect(Object.keys(stepProblemEn).sort()).toEqual(Object.keys(stepProblemZh).sort());
});

test("both languages of the page say the same things", () => {
  expect(Object.keys(connectionEn).sort()).toEqual(Object.keys(connectionZh).sort());
  expect(Object.keys(connectionLinkEn).sort()).toEqual(Object.keys(connectionLinkZh).sort());
});

const m = { ...connectionZh, ...connectionLinkZh, lang: "zh" } as unknown as Words;
const problem = (code: string, dingtalkCode: string | null) => ({
  ...{ code, dingtalkCode, missing: [], address: null, requestId: null },
});

test.each([
  ["ip-refused", "60020", "钉钉不认这个地址（60020），加进去保存就好"],
  ["ip-refused", "Forbidden.AccessDenied.IpNotInWhiteList", "钉钉不认这个地址（IpNotInWhiteList），加进去保存就好"],
  ["timeout", "unreachable", "服务器连不上钉钉，看看防火墙、代理和转发地址"],
])("%s with %s is said with DingTalk's own code, ours are not shown", (code, dingtalkCode, said) => {
  expect(problemText(m, { id: "address", problem: problem(code, dingtalkCode) })).toBe(said);
});

test("a step that waits for another one says which", () => {
  const step = (id: ConnectionStep["id"], state: ConnectionStep["state"]) =>
    ({ id, state, problem: problem("ip-refused", "60020") }) as unknown as ConnectionStep;
  const [scopes, address] = [step("scopes", "not-reached"), step("address", "broken")];
  const view = { steps: [scopes, address] } as unknown as Parameters<typeof waitedFor>[1];
  expect(waitedFor(scopes, view)?.id).toBe("address");
  expect(waitedFor(address, view)).toBeNull();
});

test("what a step tells is not told twice, another permission is told beside it", () => {
  const found = (code: string, missing: string[]) =>
    ({ code, missing, path: "/x" }) as unknown as Parameters<typeof untold>[0]["problems"][number];
  const told = { ...problem("permission", "60011"), missing: ["qyapi_get_member"] };
  const steps = [{ id: "scopes", state: "broken", problem: told } as unknown as ConnectionStep];
  const [member, group] = [
    found("permission", ["qyapi_get_member"]),
    found("permission", ["qyapi_attendance_group_read"]),
  ];
  expect(untold({ steps, problems: [member, group, found("quota", [])] }).map(({ code }) => code)).toEqual([
    "permission",
    "quota",
  ]);
});
