import { createSimulator } from "@today/simulator/simulator";
import { expect, test } from "vitest";
import { probeApp, probeOldHost, scopeProbes } from "./probe.ts";
import { isCounted } from "./quota.ts";
import { scopeOfPath } from "./scope.ts";
import { clientAnswering } from "./testing.ts";
import { sixty, townOf } from "./town.ts";

const subject = { userId: "zhao001", now: Date.parse("2026-09-17T10:00:00+08:00") };

test("of all that is asked only the punches cost a call, and each asks what its own permission opens", async () => {
  const costly: string[] = [];
  for (const { scope, ask } of scopeProbes) {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, recordresult: [], result: {} });
    await ask(dingtalk, subject);
    const paths = calls.map(({ url }) => url.pathname);
    expect(paths.map((path) => scopeOfPath(path)?.name)).toEqual([scope]);
    if (paths.some(isCounted)) costly.push(scope);
  }
  expect(costly).toEqual(["qyapi_get_attendance_data"]);
});

test("a permission that is missing is named, and the others still answer", async () => {
  const { dingtalk, control, userIds } = townOf(createSimulator(sixty));
  await control("fault", { match: "/topapi/v2/user/list", kind: "permission", count: 9 });
  const answers = await Promise.allSettled(
    scopeProbes.map(({ ask }) => ask(dingtalk, { ...subject, userId: userIds[0] ?? "" })),
  );
  expect(answers.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  expect(answers[1]).toMatchObject({ reason: { kind: "permission", missingScopes: ["qyapi_get_department_member"] } });
});

test.each([probeApp, probeOldHost])("an address that is refused is told", async (probe) => {
  const { dingtalk, control } = townOf(createSimulator(sixty));
  await probe(dingtalk);
  await control("fault", { match: "*", kind: "ip", count: 9 });
  await expect(probe(dingtalk)).rejects.toMatchObject({ kind: "ip-refused", refusedAddress: "203.0.113.9" });
});
