import { describe, expect, test } from "vitest";
import { at, type Body, type Opened, open, results } from "../testing.ts";

const ADMIN = { op_user_id: "admin012" };
const DAY_SHIFT = 677995086;
const FLEXIBLE = 677995402;
const FREE_OFF = 677995477;

const top = async ({ old }: Opened, path: string, body: object) =>
  (await old(`/topapi/attendance/${path}`, { ...ADMIN, ...body })).body.result as unknown as Body & Body[];

const pointsOf = async ({ old }: Opened, userId: string, day: string) =>
  (await old("/attendance/list", results([userId], day, day))).body.recordresult as unknown as Body[];

describe("a shift that is edited", () => {
  test("gets a new version from a work date on, and its history stays", async () => {
    const opened = open();
    const { control } = opened;
    await control(`shifts/${DAY_SHIFT}`, { points: ["08:30", "17:30"], from: "2026-09-18" }, "PATCH");
    const span = { from_date_time: at("2026-09-17 00:00"), to_date_time: at("2026-09-18 12:00") };
    const rows = await top(opened, "schedule/listbyusers", { userids: "zhao001", ...span });
    expect(rows.map((row: Body) => row.plan_check_time)).toEqual([
      "2026-09-17 09:00:00",
      "2026-09-17 18:00:00",
      "2026-09-18 08:30:00",
      "2026-09-18 17:30:00",
    ]);
    const [older, , newer] = rows.map((row: Body) => row.shift_version);
    expect(older).not.toBe(newer);
    const shift = await top(opened, "shift/query", { shift_id: DAY_SHIFT });
    expect(shift.shift_setting).toMatchObject({ id: newer, gmt_modified: "2026-09-17 09:02:00" });
    const history = await top(opened, "shift/history/query", { shift_id: DAY_SHIFT, version: older });
    expect(history.sections).toMatchObject([{ punches: [{ check_time: "1970-01-01 09:00:00" }, {}] }]);
    const { groups } = await top(opened, "getsimplegroups", { offset: 0, size: 1 });
    expect((groups as Body[])[0]?.selected_class).toMatchObject([{ setting: { class_setting_id: newer } }]);
  });

  test("for days that are over judges the same punches anew", async () => {
    const opened = open();
    const before = await pointsOf(opened, "zhao001", "2026-09-15");
    await opened.control(
      `shifts/${DAY_SHIFT}`,
      { points: ["07:30", "18:00"], rest: ["12:00", "13:00"], from: "2026-09-14" },
      "PATCH",
    );
    const after = await pointsOf(opened, "zhao001", "2026-09-15");
    expect(after.map((row) => row.userCheckTime)).toEqual(before.map((row) => row.userCheckTime));
    expect(before[0]?.timeResult).toBe("Normal");
    expect(after[0]).toMatchObject({ timeResult: "Absenteeism", baseCheckTime: at("2026-09-15 07:30") });
  });

  test("may be new, found by name, and deleted", async () => {
    const opened = open();
    const asked = { name: "中班", points: ["14:00", "23:00"], rest: ["18:00", "19:00"] };
    const { body } = await opened.control("shifts", asked);
    const { id, workMinutes } = body.shift as unknown as Body;
    expect(workMinutes).toBe(480);
    expect(await top(opened, "shift/search", { shift_name: "中" })).toEqual([{ id, name: "中班" }]);
    await opened.control(`shifts/${id}`, undefined, "DELETE");
    expect(await top(opened, "shift/search", { shift_name: "中" })).toEqual([]);
    const gone = await opened.old("/topapi/attendance/shift/query", { ...ADMIN, shift_id: id });
    expect(gone.body.errcode).toBe(400002);
    expect((await opened.control("shifts", { name: "坏", points: ["9"] })).status).toBe(400);
  });
});

describe("a flexible shift", () => {
  test("lets who came later leave later, and no earlier than that", async () => {
    const opened = open();
    await opened.control("schedules", { userId: "li002", from: "2026-09-21", shiftId: FLEXIBLE });
    await opened.simulator.advanceTo(at("2026-09-21 09:00"));
    await opened.simulator.advanceTo(at("2026-09-22 08:00"));
    const [on, off] = await pointsOf(opened, "li002", "2026-09-21");
    const moved = Math.floor((Number(on?.userCheckTime) - at("2026-09-21 09:00")) / 60_000);
    expect(off?.baseCheckTime).toBe(at("2026-09-21 18:00") + moved * 60_000);
    expect(on?.timeResult).toBe("Normal");
    const [point] = await top(opened, "schedule/listbyday", { user_id: "li002", date_time: at("2026-09-21 12:00") });
    expect(JSON.parse(String(point?.features))).toMatchObject({ flexMinutes: 60 });
    expect(point).toMatchObject({ check_status: "Checked", class_name: "弹性班" });
  });
});

describe("a shift that ends without a punch", () => {
  test("has no missing check-out", async () => {
    const opened = open();
    expect(await pointsOf(opened, "guo005", "2026-09-16")).toHaveLength(2);
    await opened.control("schedules", { userId: "guo005", from: "2026-09-16", shiftId: FREE_OFF });
    const rows = await pointsOf(opened, "guo005", "2026-09-16");
    expect(rows.map(({ checkType }) => checkType)).toEqual(["OnDuty"]);
    const { sections } = await top(opened, "shift/query", { shift_id: FREE_OFF });
    expect(sections).toMatchObject([{ punches: [{ free_check: false }, { free_check: true }] }]);
  });
});

describe("a schedule put in by hand", () => {
  test("may take a past day off, and the punches stay", async () => {
    const opened = open();
    await opened.control("schedules", { userId: "zhao001", from: "2026-09-15", shiftId: 0 });
    expect(await pointsOf(opened, "zhao001", "2026-09-15")).toEqual([]);
    const span = { from_date_time: at("2026-09-14 00:00"), to_date_time: at("2026-09-15 12:00") };
    const days = await top(opened, "schedule/shift/listbydays", { userids: "zhao001", ...span });
    expect(days.map(({ shift_names }: Body) => shift_names)).toEqual([["白班"], []]);
    const person = opened.simulator.world.person("zhao001");
    const day = 20_711;
    expect(person && opened.simulator.world.workday(person, day, opened.simulator.now()).punches).toHaveLength(2);
  });

  test("puts a punch of the next morning on the day the night began", async () => {
    const { control, simulator } = open();
    await control("schedules", { userId: "zhao001", from: "2026-09-17", shiftId: 677995314 });
    const person = simulator.world.person("zhao001");
    const day = person && simulator.world.workDate(person, at("2026-09-18 06:03"));
    expect(day).toBe(20_713);
  });

  test("gives results by the ids of points", async () => {
    const opened = open();
    const span = { from_date_time: at("2026-09-15 00:00"), to_date_time: at("2026-09-15 12:00") };
    const rows = await top(opened, "schedule/listbyusers", { userids: "zhao001", ...span });
    const ids = rows.map(({ id }: Body) => id).join(",");
    const found = await top(opened, "schedule/result/listbyids", { schedule_ids: ids });
    const list = await pointsOf(opened, "zhao001", "2026-09-15");
    expect(found.map(({ schedule_id, record_id }: Body) => [schedule_id, record_id])).toEqual(
      list.map(({ planId, recordId }) => [planId, recordId]),
    );
  });
});

describe("groups", () => {
  test("take somebody over from a day on, and the days before stay as they were", async () => {
    const opened = open();
    const NIGHT = 685935177;
    await opened.control("group-members", { userId: "zhao001", groupId: NIGHT, from: "2026-09-17" });
    expect(await pointsOf(opened, "zhao001", "2026-09-16")).toHaveLength(2);
    const members = await top(opened, "group/member/listbyids", {
      group_id: NIGHT,
      member_ids: "zhao001,li002",
      member_type: 0,
    });
    expect(members).toEqual(["zhao001"]);
    const { result } = await top(opened, "group/member/list", { group_id: NIGHT });
    expect(result).toContainEqual({ member_id: "zhao001", type: "0", atc_flag: "0" });
    expect(result).toContainEqual({ member_id: "512030010", type: "1", atc_flag: "0" });
  });

  test("are found by name, told by key, and list their users wrapped twice", async () => {
    const opened = open();
    expect(await top(opened, "group/search", { group_name: "夜班" })).toMatchObject([{ id: 685935177 }]);
    const group_key = "4C63A1E2D0974B5FA3D1B86E00000003";
    expect(await top(opened, "group/get", { group_key })).toMatchObject({ enable_outside_check: true });
    const { result } = await top(opened, "group/users/query", { group_key, size: 1 });
    expect(result).toMatchObject({ has_more: expect.stringMatching(/^(true|false)$/), user_list: ["ayi006"] });
  });
});
