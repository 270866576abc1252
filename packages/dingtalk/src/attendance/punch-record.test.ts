import { describe, expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { listRecords } from "./punch-record.ts";
import { MONDAY, recordRows } from "./sample.ts";

const DAY = 86_400_000;
const query = { userIds: ["zhao001", "sun003"], from: MONDAY, to: MONDAY + DAY };
const read = (rows: unknown) => listRecords(clientAnswering({ errcode: 0, recordresult: rows }).dingtalk, query);

/** The same row with every number written as text. */
const asText = (row: object) =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, typeof value === "number" ? `${value}` : value]));

describe("listRecords", () => {
  it("asks once, in Beijing wall clock to the second", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0, recordresult: [] });
    await listRecords(dingtalk, { ...query, from: MONDAY + 999 });
    expect(calls.map((call) => [call.url.pathname, call.body])).toEqual([
      [
        "/attendance/listRecord",
        {
          userIds: ["zhao001", "sun003"],
          checkDateFrom: "2026-09-14 00:00:00",
          checkDateTo: "2026-09-15 00:00:00",
          isI18n: false,
        },
      ],
    ]);
  });

  it("reads a punch by Wi-Fi in full", async () => {
    const { punches } = await read(recordRows.slice(0, 1));
    expect(punches).toEqual([
      {
        recordId: "98233451207",
        userId: "zhao001",
        workDate: "2026-09-14",
        at: 1789347441000,
        type: "on",
        valid: true,
        invalidReason: null,
        result: "Normal",
        locationResult: "Normal",
        sourceType: "USER",
        lat: 30.285413,
        lng: 120.017139,
        accuracy: 65,
        ssid: "SITE-A",
        bssid: "54:8d:5a:00:12:73",
        machine: null,
        address: "浙江省杭州市余杭区示例路1号",
        remark: null,
        planId: "402118830011",
        groupId: "685935028",
        shiftId: "677995086",
        plannedAt: 1789347600000,
        referenceAt: 1789347600000,
        modifiedAt: 1789347443000,
        raw: recordRows[0],
      },
    ]);
  });

  it("reads numbers written as text alike", async () => {
    const bare = (punches: object[]) => punches.map((punch) => ({ ...punch, raw: null }));
    const [numbers, texts] = [await read(recordRows), await read(recordRows.map(asText))];
    expect(bare(texts.punches)).toEqual(bare(numbers.punches));
  });

  it("keeps an invalid punch and says why", async () => {
    const { punches } = await read([recordRows[1], { ...recordRows[0], checkType: "" }]);
    expect(punches).toMatchObject([
      { valid: false, type: null, invalidReason: "需要二次确认", planId: null, result: null },
      { valid: false, type: null, invalidReason: "no-check-type" },
    ]);
  });

  it("counts a punch outside or late as valid, though DingTalk does not call it legal", async () => {
    const { punches } = await read(recordRows.slice(2));
    expect(punches).toMatchObject([
      { valid: true, locationResult: "Outside", remark: "B标段验收" },
      { valid: true, result: "Late", machine: "0601IFW201001N000056", lat: null, address: "东门考勤机" },
    ]);
  });

  it("gives a night shift's punch to the day DingTalk says", async () => {
    const { punches } = await read([{ ...recordRows[2], userCheckTime: MONDAY + DAY + 5 * 3_600_000 }]);
    expect(punches).toMatchObject([{ workDate: "2026-09-14", at: MONDAY + DAY + 5 * 3_600_000 }]);
  });

  it("sets a bad row aside and keeps the others", async () => {
    const bad = [{ ...recordRows[0], userId: null }, { ...recordRows[0], userCheckTime: "soon" }, "oops", null];
    const { punches, rejected } = await read([...bad, recordRows[2]]);
    expect(punches).toHaveLength(1);
    expect(rejected.map((row) => row.reason)).toEqual(["userId", "userCheckTime", "row", "row"]);
    expect(rejected[0]?.raw).toEqual(bad[0]);
  });

  it("does without what only describes a punch, and ignores what it does not know", async () => {
    const { punches, rejected } = await read([
      { ...recordRows[0], userLatitude: "north", timeResult: "Splendid", workDate: null, newKey: {} },
    ]);
    expect(punches).toMatchObject([{ lat: null, result: null, workDate: null, valid: true }]);
    expect(rejected).toEqual([]);
  });

  it("reads an absent list as empty", async () => {
    expect(await read(undefined)).toEqual({ punches: [], rejected: [] });
  });

  it.each([
    ["nobody", { userIds: [] }],
    ["51 people", { userIds: Array.from({ length: 51 }, (_, index) => `p${index}`) }],
    ["eight days", { to: MONDAY + 8 * DAY }],
    ["an end before the start", { to: MONDAY - 1 }],
  ])("spends no call on %s", async (_, wrong) => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0 });
    await expect(listRecords(dingtalk, { ...query, ...wrong })).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
  });
});
