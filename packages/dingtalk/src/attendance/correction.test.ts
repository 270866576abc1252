import { describe, expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { punchesFromResults } from "./correction.ts";
import { listRecords } from "./punch-record.ts";
import { listResults } from "./punch-result.ts";
import { MONDAY, recordRows, resultRows } from "./sample.ts";

const NINE = 1789347600000;
const HOUR = 3_600_000;
const userIds = ["zhao001"];

/** An on-duty point of zhao001 put right to nine o'clock. */
const corrected = { ...resultRows[0], sourceType: "APPROVE", userCheckTime: NINE, recordId: undefined, approveId: 77 };

async function results(...rows: object[]) {
  const { dingtalk } = clientAnswering({ errcode: 0, hasMore: false, recordresult: rows });
  return (await listResults(dingtalk, { userIds, fromDate: "2026-09-14", toDate: "2026-09-14" })).results;
}

async function records(...rows: object[]) {
  const { dingtalk } = clientAnswering({ errcode: 0, recordresult: rows });
  return (await listRecords(dingtalk, { userIds, from: MONDAY, to: MONDAY + 24 * HOUR })).punches;
}

/** What is stored in the end: one row for each recordId. */
async function stored(resultRowsSeen: object[], recordRowsSeen: object[]) {
  const seen = await records(...recordRowsSeen);
  const punches = [...seen, ...punchesFromResults(await results(...resultRowsSeen), seen)];
  return [...new Map(punches.map((punch) => [punch.recordId, punch])).values()];
}

describe("punchesFromResults", () => {
  it.each(["APPROVE", "BOSS"])("makes a punch of a corrected point (%s) without a record", async (sourceType) => {
    expect(punchesFromResults(await results({ ...corrected, sourceType }), [])).toMatchObject([
      { userId: "zhao001", workDate: "2026-09-14", at: NINE, type: "on", valid: true, result: "Normal", sourceType },
    ]);
  });

  it("makes nothing of ordinary and missing points", async () => {
    expect(punchesFromResults(await results(...resultRows), [])).toEqual([]);
    expect(punchesFromResults(await results({ ...corrected, timeResult: "NotSigned" }), [])).toEqual([]);
  });

  it("stores one punch and one id, whichever door shows the correction and however it is numbered", async () => {
    const record = { ...recordRows[0], id: 98239999999, sourceType: "APPROVE", userCheckTime: NINE };
    const ids = await Promise.all(
      [
        await stored([corrected], []),
        await stored([], [record]),
        await stored([corrected], [record]),
        await stored([{ ...corrected, recordId: 98239999999 }], [record]),
        await stored([{ ...corrected, recordId: 5 }], [{ ...record, userCheckTime: String(NINE + 30_000) }]),
      ].map((punches) => punches.map((punch) => punch.recordId)),
    );
    expect(ids).toEqual(Array.from({ length: 5 }, () => [ids[0]?.[0]]));
  });

  it("joins a correction to its record by the point when their times differ", async () => {
    const record = { ...recordRows[0], sourceType: "APPROVE", userCheckTime: NINE + 5 * 60_000 };
    expect(await stored([corrected], [record])).toMatchObject([{ at: NINE + 5 * 60_000 }]);
  });

  it("joins a correction to a record of the same minute that does not say where it comes from", async () => {
    const record = { ...recordRows[0], planId: undefined, sourceType: "USER", userCheckTime: NINE };
    expect(await stored([corrected], [record])).toMatchObject([{ recordId: "98233451207" }]);
  });

  it("keeps the late punch of the same point beside its correction", async () => {
    const late = { ...recordRows[0], userCheckTime: NINE + HOUR, timeResult: "Late" };
    const punches = await stored([{ ...corrected, recordId: 98233451207 }], [late]);
    expect(punches.map((punch) => punch.at)).toEqual([NINE + HOUR, NINE]);
  });

  it("does not take an invalid punch for the correction that made it good", async () => {
    for (const checkType of [undefined, "OnDuty"]) {
      const invalid = { ...recordRows[1], checkType, userCheckTime: NINE };
      const punches = await stored([corrected], [invalid]);
      expect(punches.map((punch) => punch.valid)).toEqual([false, true]);
    }
  });

  it("tells an end and a start in the same minute apart", async () => {
    const end = { ...corrected, id: 2, checkType: "OffDuty", planId: 402118830012 };
    expect(await stored([corrected, end], [])).toMatchObject([{ type: "on" }, { type: "off" }]);
  });
});
