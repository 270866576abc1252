import { expect, it } from "vitest";
import { clientAnswering, clientOf, farSide } from "../testing.ts";
import { simpleGroups } from "./group.ts";

const group = {
  group_id: 685935028,
  group_name: "工程部",
  type: "FIXED",
  is_default: false,
  member_count: 36,
  owner_user_id: "mgr1001",
  manager_list: ["mgr1001"],
  work_day_list: ["0", "677995086", "677995086", "677995086", "677995086", "677995086", "0"],
  selected_class: [
    {
      class_id: 677995086,
      class_name: "白班",
      sections: [
        {
          times: [
            { check_type: "OnDuty", check_time: "1970-01-01 09:00:00", across: 0 },
            { check_type: "OffDuty", check_time: "1970-01-01 18:00:00", across: 0 },
          ],
        },
      ],
      setting: {
        class_setting_id: 588655171,
        rest_begin_time: { check_time: "1970-01-01 12:00:00" },
        rest_end_time: { check_time: "1970-01-01 13:00:00" },
      },
    },
  ],
};

it("reads groups with their week and shifts", async () => {
  const { dingtalk } = clientAnswering({
    errcode: 0,
    result: { has_more: false, groups: [group, { group_name: "?" }] },
  });
  const { groups, rejected } = await simpleGroups(dingtalk);
  const day = "677995086";
  expect(groups).toEqual([
    {
      groupId: "685935028",
      name: "工程部",
      type: "FIXED",
      memberCount: 36,
      ownerUserId: "mgr1001",
      managerUserIds: ["mgr1001"],
      week: [null, day, day, day, day, day, null],
      shifts: [
        {
          shiftId: "677995086",
          version: "588655171",
          name: "白班",
          sections: [{ start: 540, end: 1080 }],
          breaks: [{ start: 720, end: 780 }],
        },
      ],
    },
  ]);
  expect(rejected).toMatchObject([{ reason: "group_id" }]);
});

it("reads a list of managers written as text, a night's break, and a group without shifts", async () => {
  const [shift] = group.selected_class;
  const night = {
    ...shift,
    sections: {
      times: [
        { check_type: "OnDuty", check_time: "1970-01-01 20:00:00", across: "0" },
        { check_type: "OffDuty", check_time: "1970-01-01 05:00:00", across: "1" },
      ],
    },
    setting: {
      rest_begin_time: { check_time: "1970-01-01 00:00:00" },
      rest_end_time: { check_time: "1970-01-01 01:00:00" },
    },
  };
  const free = { group_id: "9", type: "NONE", manager_list: "[user456, user457]" };
  const groups = [{ ...group, selected_class: night }, free];
  const { dingtalk } = clientAnswering({ errcode: 0, result: { has_more: "false", groups } });
  expect(await simpleGroups(dingtalk)).toMatchObject({
    groups: [
      { shifts: [{ sections: [{ start: 1200, end: 1740 }], breaks: [{ start: 1440, end: 1500 }], version: null }] },
      { groupId: "9", type: "NONE", managerUserIds: ["user456", "user457"], week: [], shifts: [] },
    ],
  });
});

it("asks for ten groups a call", async () => {
  const far = farSide((_, count) => ({ errcode: 0, result: { has_more: count < 2, groups: [group] } }));
  await simpleGroups(clientOf(far.fetch).dingtalk);
  expect(far.calls.map((call) => call.body)).toEqual([
    { offset: 0, size: 10 },
    { offset: 10, size: 10 },
  ]);
});
