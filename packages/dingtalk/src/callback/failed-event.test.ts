import { expect, it } from "vitest";
import { clientAnswering } from "../testing.ts";
import { failedEvents } from "./failed-event.ts";

it("gives failed pushes as the events they were, whatever their body lies under", async () => {
  const people = { call_back_tag: "user_add_org", event_time: 1789365933000 };
  const { dingtalk, calls } = clientAnswering({
    errcode: 0,
    has_more: "true",
    failed_list: [
      { ...people, user_add_org: { corpid: "ding1", userid: ["li004"] } },
      {
        call_back_tag: "attendance_check_record",
        event_time: 1789365934000,
        attendance_check_record: {
          corpid: "ding1",
          callbackData: { dataList: [{ userId: "zhao001", checkTime: 1789347441000 }] },
        },
      },
      {
        call_back_tag: "bpms_instance_change",
        bpms_instance_change: { corpid: "ding1", bpmsCallBackData: { type: "finish" } },
      },
      { event_time: 1789365935000 },
    ],
  });
  const { events, hasMore, rejected } = await failedEvents(dingtalk);
  expect(calls[0]?.method).toBe("GET");
  expect(hasMore).toBe(true);
  expect(events).toMatchObject([
    { type: "user_add_org", userIds: ["li004"], corpId: "ding1", bornAt: 1789365933000 },
    { type: "attendance_check_record", punches: [{ userId: "zhao001", at: 1789347441000 }] },
    { type: "unknown", name: "bpms_instance_change", raw: { type: "finish" } },
  ]);
  expect(new Set(events.map((event) => event.id)).size).toBe(3);
  expect(rejected).toEqual([{ reason: "call_back_tag", raw: { event_time: 1789365935000 } }]);
});

it("gives nothing when nothing failed", async () => {
  const { dingtalk } = clientAnswering({ errcode: 0, errmsg: "ok" });
  expect(await failedEvents(dingtalk)).toEqual({ events: [], hasMore: false, rejected: [] });
});
