import fc from "fast-check";
import { expect, it } from "vitest";
import { simpleGroups } from "./attendance/group.ts";
import { leaveStatus } from "./attendance/leave-status.ts";
import { listRecords } from "./attendance/punch-record.ts";
import { listResults } from "./attendance/punch-result.ts";
import { reportColumns } from "./attendance/report.ts";
import { MONDAY, recordRows, resultRows } from "./attendance/sample.ts";
import { schedules } from "./attendance/schedule.ts";
import { failedEvents } from "./callback/failed-event.ts";
import { checkInsOfDepartment, checkInsOfPeople } from "./check-in.ts";
import type { DingTalk } from "./client.ts";
import { listAdmins, listUsers, subDepartments } from "./directory.ts";
import { spoilt } from "./odd-payload.ts";
import { clientOf, farSide } from "./testing.ts";

const userIds = ["zhao001"];
const day = { from: MONDAY, to: MONDAY + 3_600_000 };
const dates = { fromDate: "2026-09-14", toDate: "2026-09-14" };
const leave = {
  userid: "zhao001",
  start_time: MONDAY,
  end_time: MONDAY + 3_600_000,
  duration_unit: "percent_hour",
  duration_percent: 400,
};
const point = {
  id: 1,
  userid: "zhao001",
  group_id: 1,
  work_date: "2026-09-14 00:00:00",
  check_type: "OnDuty",
  plan_check_time: "2026-09-14 09:00:00",
  shift_id: 7,
  shift_version: 1,
  is_rest: "N",
};
const user = {
  userid: "zhao001",
  unionid: "u1",
  name: "赵一",
  title: "工程师",
  job_number: "001",
  dept_id_list: [1],
  active: true,
};
const failed = {
  event_time: MONDAY,
  call_back_tag: "user_add_org",
  user_add_org: { corpid: "ding", userid: ["zhao001"] },
};
const checkIn = {
  userId: "zhao001",
  name: "赵一",
  timestamp: MONDAY,
  place: "工地",
  detailPlace: "示例路1号",
  latitude: 30.2,
  longitude: "120.1",
  imageList: ["https://example.test/1.jpg"],
};
const visit = {
  userid: "zhao001",
  checkin_time: MONDAY,
  place: "工地",
  detail_place: "示例路1号",
  latitude: "30.2",
  image_list: [],
};

interface Read {
  readonly rows: readonly unknown[];
  readonly rejected: readonly unknown[];
}
type Reading = (dingtalk: DingTalk) => Promise<Read>;

const users: Reading = async (dingtalk) => {
  const read = { rows: [] as unknown[], rejected: [] as unknown[] };
  for await (const { people, rejected } of listUsers(dingtalk, "1")) {
    read.rows.push(...people);
    read.rejected.push(...rejected);
  }
  return read;
};

/** A list's call, how its answer wraps rows, sound rows, how many are put into one answer, and its reader. */
const lists: readonly [string, (list: unknown[]) => object, readonly object[], number, Reading][] = [
  [
    "punches",
    (list) => ({ recordresult: list }),
    recordRows,
    100,
    async (dingtalk) => renamed(await listRecords(dingtalk, { userIds, ...day }), "punches"),
  ],
  [
    "results",
    (list) => ({ recordresult: list, hasMore: false }),
    resultRows,
    100,
    async (dingtalk) => renamed(await listResults(dingtalk, { userIds, ...dates }), "results"),
  ],
  [
    "schedules",
    (list) => ({ result: list }),
    [point],
    100,
    async (dingtalk) => renamed(await schedules(dingtalk, { opUserId: "boss", userIds, ...day }), "schedules"),
  ],
  [
    "leaves",
    (list) => ({ result: { leave_status: list, has_more: false } }),
    [leave],
    100,
    async (dingtalk) => renamed(await leaveStatus(dingtalk, { userIds, ...day }), "leaves"),
  ],
  ["people", (list) => ({ result: { list, has_more: false } }), [user], 100, users],
  [
    "departments",
    (list) => ({ result: list }),
    [{ dept_id: 2, parent_id: 1, name: "工程部" }],
    100,
    async (dingtalk) => renamed(await subDepartments(dingtalk, "1"), "departments"),
  ],
  [
    "admins",
    (list) => ({ result: list }),
    [{ userid: "zhao001", sys_level: 1 }],
    100,
    async (dingtalk) => renamed(await listAdmins(dingtalk), "admins"),
  ],
  [
    "groups",
    (list) => ({ result: { groups: list, has_more: false } }),
    [{ group_id: 1, group_name: "默认", type: "FIXED" }],
    100,
    async (dingtalk) => renamed(await simpleGroups(dingtalk), "groups"),
  ],
  [
    "columns",
    (list) => ({ result: { columns: list } }),
    [{ id: 1, name: "出勤天数", alias: "attend_days" }],
    100,
    async (dingtalk) => renamed(await reportColumns(dingtalk), "columns"),
  ],
  [
    "failed pushes",
    (list) => ({ failed_list: list, has_more: false }),
    [failed],
    100,
    async (dingtalk) => renamed(await failedEvents(dingtalk), "events"),
  ],
  // The same 签到 may come twice and is one, so that each is read alone.
  [
    "签到 of a department",
    (list) => ({ data: list }),
    [checkIn],
    1,
    async (dingtalk) => renamed(await checkInsOfDepartment(dingtalk, { departmentId: "1", ...day }), "checkIns"),
  ],
  [
    "签到 of people",
    (list) => ({ result: { page_list: list, next_cursor: null } }),
    [visit],
    1,
    async (dingtalk) => renamed(await checkInsOfPeople(dingtalk, { userIds, ...day }), "checkIns"),
  ],
];

function renamed<Name extends string>(
  answer: { readonly [key in Name]: readonly unknown[] } & { readonly rejected: readonly unknown[] },
  name: Name,
): Read {
  return { rows: answer[name], rejected: answer.rejected };
}

const oddRows = 10_000;

it.each(lists)(
  "of 10,000 odd rows of %s each is read or set aside, none is lost",
  async (_, wrap, sound, inOne, read) => {
    let list: unknown[] = [];
    const { dingtalk } = clientOf(farSide(() => ({ errcode: 0, ...wrap(list) })).fetch);
    const huge = Object.fromEntries(Object.keys(sound[0] ?? {}).map((name) => [name, "长".repeat(3000)]));
    const row = fc.oneof(
      { arbitrary: fc.oneof(...sound.map(spoilt)), weight: 99 },
      { arbitrary: fc.constant(huge), weight: 1 },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: inOne, maxLength: inOne }), async (odd) => {
        list = odd;
        const { rows, rejected } = await read(dingtalk);
        expect(rows.length + rejected.length).toBe(inOne);
      }),
      { numRuns: oddRows / inOne },
    );
  },
  60_000,
);
