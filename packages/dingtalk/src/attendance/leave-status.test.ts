import { expect, it } from "vitest";
import { clientAnswering, clientOf, farSide } from "../testing.ts";
import { leaveStatus } from "./leave-status.ts";
import { MONDAY } from "./sample.ts";

const query = { userIds: ["zhao001", "qian002"], from: MONDAY, to: MONDAY + 7 * 86_400_000 };
const row = {
  userid: "zhao001",
  duration_unit: "percent_hour",
  duration_percent: 450,
  start_time: 1789536600000,
  end_time: 1789552800000,
  leave_code: "16f8560000000009aa16",
};

it("reads leaves in hours and days, with and without a code", async () => {
  const day = { ...row, duration_unit: "percent_day", duration_percent: "100", leave_code: undefined };
  const { dingtalk } = clientAnswering({
    errcode: 0,
    result: { has_more: false, leave_status: [row, day, { userid: "x" }] },
  });
  const { leaves, rejected } = await leaveStatus(dingtalk, query);
  const span = { userId: "zhao001", from: 1789536600000, to: 1789552800000 };
  expect(leaves).toEqual([
    { ...span, unit: "hour", amountHundredths: 450, leaveCode: "16f8560000000009aa16" },
    { ...span, unit: "day", amountHundredths: 100, leaveCode: null },
  ]);
  expect(rejected).toMatchObject([{ reason: "start_time, end_time" }]);
});

it("asks page by page of twenty", async () => {
  const far = farSide((_, count) => ({ errcode: 0, result: { has_more: count < 3, leave_status: [row] } }));
  const { leaves } = await leaveStatus(clientOf(far.fetch).dingtalk, query);
  expect(leaves).toHaveLength(3);
  expect(far.calls.map((call) => call.body)).toMatchObject([
    { userid_list: "zhao001,qian002", start_time: MONDAY, offset: 0, size: 20 },
    { offset: 20 },
    { offset: 40 },
  ]);
});

it("spends no call on more than 100 people or 180 days", async () => {
  const { dingtalk, calls } = clientAnswering({ errcode: 0 });
  const many = Array.from({ length: 101 }, (_, index) => `p${index}`);
  await expect(leaveStatus(dingtalk, { ...query, userIds: many })).rejects.toThrow(RangeError);
  await expect(leaveStatus(dingtalk, { ...query, to: MONDAY + 181 * 86_400_000 })).rejects.toThrow(RangeError);
  expect(calls).toEqual([]);
});

it("calls an answer without a result unreadable", async () => {
  const { dingtalk } = clientAnswering({ errcode: 0 });
  await expect(leaveStatus(dingtalk, query)).rejects.toMatchObject({ kind: "unreadable", code: "result" });
});
