import { createSimulator } from "@today/simulator/simulator";
import { describe, expect, it } from "vitest";
import { punchesFromResults } from "./attendance/correction.ts";
import { simpleGroups } from "./attendance/group.ts";
import { leaveStatus } from "./attendance/leave-status.ts";
import { personDay } from "./attendance/person-day.ts";
import { listRecords, type PunchRecord } from "./attendance/punch-record.ts";
import { listResults } from "./attendance/punch-result.ts";
import { schedules } from "./attendance/schedule.ts";
import { shift } from "./attendance/shift.ts";
import type { DingTalk } from "./client.ts";
import { listAdmins, readDirectory, readPerson } from "./directory.ts";
import { personOfCode } from "./sign-in.ts";
import { clientOf } from "./testing.ts";
import { sixty, townOf } from "./town.ts";

const town = (options: Parameters<typeof createSimulator>[0] = {}) => townOf(createSimulator({ ...sixty, ...options }));

const HOUR = 3_600_000;
const at = (text: string) => Date.parse(`${text}+08:00`);

/** Everything the product asks for in a night, in DingTalk's full batches. */
async function night(dingtalk: DingTalk, userIds: readonly string[]) {
  const week = { from: at("2026-09-10T00:00:00"), to: at("2026-09-17T00:00:00") };
  const answers: unknown[] = [];
  for (let start = 0; start < userIds.length; start += 50) {
    const batch = { userIds: userIds.slice(start, start + 50) };
    answers.push(await listRecords(dingtalk, { ...batch, ...week }));
    answers.push(await listResults(dingtalk, { ...batch, fromDate: "2026-09-10", toDate: "2026-09-16" }));
    answers.push(await schedules(dingtalk, { opUserId: "admin012", ...batch, ...week }));
  }
  answers.push(await leaveStatus(dingtalk, { userIds, from: week.from - 60 * 24 * HOUR, to: week.to }));
  answers.push(await simpleGroups(dingtalk));
  for await (const page of readDirectory(dingtalk)) answers.push(page);
  return answers;
}

const withoutRaw = (answers: unknown) =>
  JSON.parse(JSON.stringify(answers, (key, value: unknown) => (key === "raw" ? undefined : value)));

describe("against the simulator", () => {
  it("reads a week of the whole company with nothing set aside", async () => {
    const { dingtalk, counts, userIds } = town();
    const text = JSON.stringify(await night(dingtalk, userIds));
    expect(text.match(/"rejected":\[[^\]]/g)).toBeNull();
    expect(text.match(/"recordId":"\d+"/g)?.length).toBeGreaterThan(400);
    expect(counts).toMatchObject({ failed: 0, token: 1 });
  });

  it("reads the same when numbers come as text", async () => {
    const { dingtalk, control, userIds } = town();
    const plain = withoutRaw(await night(dingtalk, userIds));
    await control("switches", { jitter: true });
    expect(withoutRaw(await night(dingtalk, userIds))).toEqual(plain);
  });

  it("finds every person once, and the administrators", async () => {
    const { dingtalk, userIds } = town();
    const found: string[] = [];
    for await (const page of readDirectory(dingtalk)) found.push(...page.people.map((person) => person.userId));
    expect(found.sort()).toEqual([...userIds].sort());
    expect(await readPerson(dingtalk, "zhao001")).toMatchObject({ name: "赵磊", active: true });
    expect(await readPerson(dingtalk, "nobody")).toBeNull();
    expect((await listAdmins(dingtalk)).admins).toContainEqual({ userId: "admin012", main: true });
  });

  it("signs in with a code once", async () => {
    const { dingtalk, control } = town();
    const { code } = await control("auth-code", { userId: "zhao001" });
    expect(await personOfCode(dingtalk, String(code))).toMatchObject({ userId: "zhao001", name: "赵磊", sysLevel: 0 });
    await expect(personOfCode(dingtalk, String(code))).rejects.toMatchObject({ kind: "code-invalid" });
  });

  it("agrees on every shift between groups and the shift itself", async () => {
    const { dingtalk } = town();
    const { groups } = await simpleGroups(dingtalk);
    const shifts = groups.flatMap((group) => group.shifts);
    expect(shifts.length).toBeGreaterThan(0);
    for (const { shiftId, name, sections, breaks } of shifts) {
      const detail = await shift(dingtalk, { opUserId: "admin012", shiftId });
      expect(detail).toMatchObject({ shiftId, name, sections, breaks });
    }
  });

  it("reads a leave that was approved, in the list and in the day", async () => {
    const { dingtalk, control } = town();
    const [start, end] = [at("2026-09-18T13:30:00"), at("2026-09-18T18:00:00")];
    await control("approve-leave", { userId: "zhao001", start, end });
    const query = { userIds: ["zhao001"], from: start - 12 * HOUR, to: end + 12 * HOUR };
    expect((await leaveStatus(dingtalk, query)).leaves).toMatchObject([
      { userId: "zhao001", from: start, to: end, unit: "hour", amountHundredths: 450 },
    ]);
    const { approvals } = await personDay(dingtalk, "zhao001", "2026-09-18");
    expect(approvals).toMatchObject([{ kind: "leave", from: start, to: end, duration: 4.5 }]);
  });
});

describe("a 补卡", () => {
  const SIX = at("2026-09-16T18:00:00");

  async function stored(dingtalk: DingTalk): Promise<PunchRecord[]> {
    const userIds = ["guo005"];
    const day = { from: at("2026-09-16T00:00:00"), to: at("2026-09-17T00:00:00") };
    const { punches } = await listRecords(dingtalk, { userIds, ...day });
    const { results } = await listResults(dingtalk, { userIds, fromDate: "2026-09-16", toDate: "2026-09-16" });
    return [...punches, ...punchesFromResults(results, punches)];
  }

  async function after(supplyInRecords: boolean) {
    const { dingtalk, control } = town();
    await control("switches", { supplyInRecords });
    const before = await stored(dingtalk);
    await control("supply", { userId: "guo005", workDate: "2026-09-16", type: "off", at: SIX });
    const known = new Set(before.map((punch) => punch.recordId));
    return (await stored(dingtalk)).filter((punch) => !known.has(punch.recordId));
  }

  it("is one and the same punch whether DingTalk lists it as a record or not", async () => {
    const [listed, unlisted] = [await after(true), await after(false)];
    expect(listed).toMatchObject([
      { at: SIX, type: "off", valid: true, workDate: "2026-09-16", sourceType: "APPROVE" },
    ]);
    expect(unlisted).toMatchObject([{ at: SIX, type: "off", valid: true, workDate: "2026-09-16" }]);
    expect(unlisted[0]?.recordId).toBe(listed[0]?.recordId);
  });
});

describe("when one call in ten fails", () => {
  it.each([1, 2, 3])(
    "answers the same, with not one call more than the failures explain (company %i)",
    async (seed) => {
      const [calm, rough] = [town({ seed }), town({ seed })];
      for (const kind of ["429", "timeout", "token-expired", "throttle"]) {
        await rough.control("fault", { match: "*", kind, rate: 0.025, delayMs: 60_000 });
      }
      const expected = withoutRaw(await night(calm.dingtalk, calm.userIds));
      expect(withoutRaw(await night(rough.dingtalk, rough.userIds))).toEqual(expected);
      expect(rough.counts.failed).toBeGreaterThan(0);
      expect(rough.counts.ok).toBe(calm.counts.ok);
    },
  );
});

describe("faults", () => {
  const query = { userIds: ["zhao001"], fromDate: "2026-09-15", toDate: "2026-09-15" };

  it.each([true, false])("are told alike on old paths, wrapped in 88 (%s) or not", async (wrap88) => {
    const { dingtalk, control } = town();
    await control("switches", { wrap88 });
    for (const [kind, expected] of [
      ["permission", { kind: "permission", missingScopes: ["qyapi_get_attendance_data"] }],
      ["ip", { kind: "ip-refused", code: "60020", refusedAddress: "203.0.113.9" }],
      ["quota", { kind: "quota", code: "90020" }],
      ["html-ban", { kind: "banned" }],
    ] as const) {
      await control("fault", { match: "/attendance/list", kind });
      await expect(listResults(dingtalk, query)).rejects.toMatchObject(expected);
    }
    await control("fault", { match: "/attendance/list", kind: "token-expired" });
    expect((await listResults(dingtalk, query)).results).not.toEqual([]);
  });

  it("of the new host are told by their codes", async () => {
    const { dingtalk, control } = town();
    const holidays = () =>
      dingtalk.callNew("POST", "/v1.0/attendance/holidays", { userIds: [], workDateFrom: 0, workDateTo: 1 });
    for (const [kind, expected] of [
      ["permission", { kind: "permission", missingScopes: ["qyapi_attendance_group_read"] }],
      ["ip", { kind: "ip-refused", refusedAddress: "203.0.113.9" }],
      ["quota", { kind: "quota" }],
    ] as const) {
      await control("fault", { match: "/v1.0/attendance/holidays", kind });
      await expect(holidays()).rejects.toMatchObject(expected);
    }
    await control("fault", { match: "/v1.0/attendance/holidays", kind: "token-expired" });
    await expect(holidays()).resolves.toHaveProperty("result");
  });

  it("of the monthly quota stop the first call beyond it", async () => {
    const { dingtalk, counts } = town({ monthlyCalls: 3 });
    for (let call = 0; call < 3; call += 1) await listResults(dingtalk, query);
    await expect(listResults(dingtalk, query)).rejects.toMatchObject({ kind: "quota" });
    expect(counts).toMatchObject({ ok: 3, failed: 1 });
  });

  it("of speed hardly occur, since calls are paced, and are waited out", async () => {
    const { simulator } = town({ throttle: true });
    const { appKey, appSecret } = simulator.app;
    const outcomes: string[] = [];
    const { dingtalk } = clientOf((request) => simulator.fetch(request), {
      ...{ appKey, appSecret, apiBase: "http://s.test", oapiBase: "http://s.test", now: Date.now },
      sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
      meter: { count: ({ outcome }) => outcomes.push(outcome) },
    });
    await Promise.all(Array.from({ length: 30 }, () => listResults(dingtalk, query)));
    expect(outcomes.filter((outcome) => outcome === "ok")).toHaveLength(1 + 30);
    expect(outcomes.length).toBeLessThan(1 + 30 + 3);
  });
});
