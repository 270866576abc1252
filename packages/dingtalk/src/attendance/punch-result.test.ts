import { describe, expect, it } from "vitest";
import { clientAnswering, clientOf, farSide } from "../testing.ts";
import { listResults } from "./punch-result.ts";
import { resultRows } from "./sample.ts";

const query = { userIds: ["zhao001", "qian002"], fromDate: "2026-09-14", toDate: "2026-09-20" };

describe("listResults", () => {
  it("reads a punched point, and a missing one without a time", async () => {
    const { dingtalk } = clientAnswering({ errcode: 0, hasMore: false, recordresult: resultRows });
    const { results, rejected } = await listResults(dingtalk, query);
    expect(results[0]).toEqual({
      resultId: "311520447101",
      userId: "zhao001",
      workDate: "2026-09-14",
      type: "on",
      result: "Normal",
      locationResult: "Normal",
      at: 1789347441000,
      plannedAt: 1789347600000,
      recordId: "98233451207",
      sourceType: "USER",
      approveId: null,
      planId: "402118830011",
      groupId: "685935028",
      raw: resultRows[0],
    });
    expect(results[2]).toMatchObject({ result: "NotSigned", at: null, plannedAt: 1789347600000, recordId: null });
    expect(rejected).toEqual([]);
  });

  it("asks page by page until there is no more", async () => {
    const far = farSide((call) => {
      const left = 120 - Number(call.body.offset);
      const rows = Array.from({ length: Math.min(50, left) }, () => resultRows[0]);
      return { errcode: 0, hasMore: left > 50 ? "true" : false, recordresult: rows };
    });
    const { results } = await listResults(clientOf(far.fetch).dingtalk, query);
    expect(results).toHaveLength(120);
    expect(far.calls.map((call) => call.body)).toMatchObject([
      { offset: 0, limit: 50, workDateFrom: "2026-09-14 00:00:00", workDateTo: "2026-09-20 00:00:00", isI18n: false },
      { offset: 50 },
      { offset: 100 },
    ]);
  });

  it("takes a full page for followed by another when DingTalk does not say", async () => {
    const page = Array.from({ length: 50 }, () => resultRows[0]);
    const far = farSide((_, count) => ({ errcode: 0, recordresult: count === 1 ? page : [] }));
    const { results } = await listResults(clientOf(far.fetch).dingtalk, query);
    expect([results.length, far.calls.length]).toEqual([50, 2]);
  });

  it("does not walk an endless list", async () => {
    const far = farSide(() => ({ errcode: 0, hasMore: true, recordresult: [] }));
    await expect(listResults(clientOf(far.fetch).dingtalk, query)).rejects.toMatchObject({ kind: "unreadable" });
    expect(far.calls).toHaveLength(1);
  });

  it("spends no call on eight days or a malformed date", async () => {
    const { dingtalk, calls } = clientAnswering({ errcode: 0 });
    await expect(listResults(dingtalk, { ...query, toDate: "2026-09-21" })).rejects.toThrow(RangeError);
    await expect(listResults(dingtalk, { ...query, toDate: "soon" })).rejects.toThrow(RangeError);
    expect(calls).toEqual([]);
  });
});
