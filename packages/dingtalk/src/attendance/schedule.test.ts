import { expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { MONDAY } from "./sample.ts";
import { schedules } from "./schedule.ts";

const query = { opUserId: "mgr1001", userIds: ["zhao001", "qian002"], from: MONDAY, to: MONDAY + 6 * 86_400_000 };
const row = {
  id: 402118830011,
  userid: "zhao001",
  group_id: 685935028,
  work_date: "2026-09-14 00:00:00",
  check_type: "OnDuty",
  plan_check_time: "2026-09-14 09:00:00",
  shift_id: 677995086,
  shift_version: 588655171,
  is_rest: "N",
};

it("reads a scheduled point and a day of rest, which may say so in two ways", async () => {
  const result = [row, { ...row, id: 2, is_rest: "Y" }, { ...row, id: 3, shift_id: 0, check_type: "" }, { id: 4 }];
  const { dingtalk, calls } = clientAnswering({ errcode: 0, result });
  const read = await schedules(dingtalk, query);
  expect(calls[0]?.body).toEqual({
    op_user_id: "mgr1001",
    userids: "zhao001,qian002",
    from_date_time: MONDAY,
    to_date_time: MONDAY + 6 * 86_400_000,
  });
  expect(read.schedules[0]).toEqual({
    planId: "402118830011",
    userId: "zhao001",
    groupId: "685935028",
    workDate: "2026-09-14",
    type: "on",
    plannedAt: 1789347600000,
    shiftId: "677995086",
    shiftVersion: "588655171",
    rest: false,
    approveId: null,
  });
  expect(read.schedules.slice(1)).toMatchObject([{ rest: true }, { rest: true, shiftId: null, type: null }]);
  expect(read.rejected).toEqual([{ reason: "userid, work_date", raw: { id: 4 } }]);
});
