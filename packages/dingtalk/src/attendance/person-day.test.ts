import { expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { personDay } from "./person-day.ts";

const result = {
  userid: "zhao001",
  work_date: "2026-09-16 00:00:00",
  attendance_result_list: [
    {
      record_id: 98240010001,
      source_type: "USER",
      check_type: "OnDuty",
      time_result: "Normal",
      location_result: "Normal",
      plan_check_time: "2026-09-16 09:00:00",
      user_check_time: "2026-09-16 08:55:10",
      plan_id: 402118830111,
    },
    {
      check_type: "OffDuty",
      time_result: "NotSigned",
      plan_check_time: "2026-09-16 18:00:00",
      user_check_time: "2026-09-16 18:00:00",
    },
  ],
  approve_list: [
    {
      procInst_id: "Xy7RkQe2T1mZ0aBcDeFgHi07561789284877",
      biz_type: 3,
      tag_name: "请假",
      sub_type: "事假",
      begin_time: "2026-09-16 13:30:00",
      end_time: "2026-09-16 18:00:00",
      duration: "4.5",
      duration_unit: "hour",
      gmt_finished: "2026-09-13 15:41:02",
    },
    { biz_type: 2 },
  ],
  check_record_list: [
    {
      record_id: 98240010001,
      source_type: "USER",
      valid_matched: true,
      user_check_time: "2026-09-16 08:55:10",
      user_longitude: "120.017139",
      user_latitude: "30.285413",
      user_accuracy: "65.0",
    },
  ],
};

it("reads results, approvals and punches of one day", async () => {
  const { dingtalk, calls } = clientAnswering({ errcode: 0, success: true, result });
  const day = await personDay(dingtalk, "zhao001", "2026-09-16");
  expect(calls[0]?.body).toEqual({ userid: "zhao001", work_date: "2026-09-16" });
  expect(day.results).toMatchObject([
    { type: "on", result: "Normal", at: Date.parse("2026-09-16T08:55:10+08:00"), planId: "402118830111" },
    { type: "off", result: "NotSigned", at: null, plannedAt: Date.parse("2026-09-16T18:00+08:00") },
  ]);
  expect(day.approvals).toEqual([
    {
      instanceId: "Xy7RkQe2T1mZ0aBcDeFgHi07561789284877",
      kind: "leave",
      tag: "请假",
      name: "事假",
      from: 1789536600000,
      to: 1789552800000,
      duration: 4.5,
      unit: "hour",
      finishedAt: Date.parse("2026-09-13T15:41:02+08:00"),
    },
  ]);
  expect(day.records).toMatchObject([
    { recordId: "98240010001", matched: true, lat: 30.285413, lng: 120.017139, accuracy: 65, invalidReason: null },
  ]);
  expect(day.rejected).toEqual([{ reason: "begin_time, end_time", raw: { biz_type: 2 } }]);
});

it("reads a day of nothing", async () => {
  const { dingtalk } = clientAnswering({ errcode: 0, result: {} });
  const nothing = { userId: "zhao001", workDate: "2026-09-16", results: [], approvals: [], records: [], rejected: [] };
  expect(await personDay(dingtalk, "zhao001", "2026-09-16")).toEqual(nothing);
});
