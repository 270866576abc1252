import { describe, expect, test } from "vitest";
import { at, type Body, open } from "../testing.ts";

const BY_USERS = "/topapi/attendance/schedule/listbyusers";
const asked = (userids: string, from: string, to: string) => ({
  op_user_id: "admin012",
  userids,
  from_date_time: at(`${from} 00:00`),
  to_date_time: at(`${to} 00:00`),
});
const rowsOf = (body: Body) => body.result as unknown as Body[];

describe("schedules by users", () => {
  test("name the two points of a day shift by the plan that punches name", async () => {
    const { old } = open();
    const { body } = await old(BY_USERS, asked("zhao001", "2026-09-17", "2026-09-17"));
    expect(rowsOf(body)).toMatchObject([
      { check_type: "OnDuty", plan_check_time: "2026-09-17 09:00:00", is_rest: "N", work_date: "2026-09-17 00:00:00" },
      { check_type: "OffDuty", plan_check_time: "2026-09-17 18:00:00", shift_id: 677995086 },
    ]);
  });

  test("have four points for two sections, and a night's second one on the next day", async () => {
    const { old } = open();
    expect(rowsOf((await old(BY_USERS, asked("sun004", "2026-09-17", "2026-09-17"))).body)).toHaveLength(4);
    const night = rowsOf((await old(BY_USERS, asked("ayi006", "2026-09-17", "2026-09-17"))).body);
    expect(night[1]).toMatchObject({ work_date: "2026-09-17 00:00:00", plan_check_time: "2026-09-18 06:00:00" });
  });

  test("respect weekends, holidays and swapped workdays", async () => {
    const { old } = open();
    const rests = async (day: string) =>
      rowsOf((await old(BY_USERS, asked("zhao001", day, day))).body).map((row) => row.is_rest);
    expect(await rests("2026-09-19")).toEqual(["Y"]);
    expect(await rests("2026-09-20")).toEqual(["N", "N"]);
    expect(await rests("2026-09-25")).toEqual(["Y"]);
    expect(await rests("2026-10-10")).toEqual(["N", "N"]);
  });

  test("know an approved leave", async () => {
    const { old, control } = open();
    const day = { start: "2026-09-18T09:00:00+08:00", end: "2026-09-18T18:00:00+08:00", unit: "day" };
    await control("approve-leave", { userId: "zhao001", ...day });
    const { body } = await old(BY_USERS, asked("zhao001", "2026-09-18", "2026-09-18"));
    expect(rowsOf(body).map((row) => typeof row.approve_id)).toEqual(["string", "string"]);
  });

  test.each([
    ["eight days", asked("zhao001", "2026-09-10", "2026-09-18"), 41041],
    ["more than 50 people", asked(Array.from({ length: 51 }, () => "u").join(","), "2026-09-17", "2026-09-17"), 40032],
    ["somebody who manages nothing", { ...asked("zhao001", "2026-09-17", "2026-09-17"), op_user_id: "li002" }, 400002],
    ["nobody", { ...asked("zhao001", "2026-09-17", "2026-09-17"), op_user_id: "nobody" }, 33012],
    ["no operator", { ...asked("zhao001", "2026-09-17", "2026-09-17"), op_user_id: undefined }, 40035],
  ])("refuse %s", async (_name, body, errcode) => {
    expect((await open().old(BY_USERS, body)).body.errcode).toBe(errcode);
  });
});

describe("the whole organisation's day", () => {
  test("pages by 200 rows and ends", async () => {
    const { old } = open({ people: 200 });
    const page = async (offset: number) =>
      (await old("/topapi/attendance/listschedule", { workDate: "2026-09-17", offset, size: 200 })).body.result;
    const first = await page(0);
    expect(first).toMatchObject({ has_more: true });
    const second = await page(400);
    expect(second).toMatchObject({ has_more: false });
  });

  test("is refused for ten thousand people", async () => {
    const { old } = open({ people: 10_000 });
    const { body } = await old("/topapi/attendance/listschedule", { workDate: "2026-09-17", offset: 0, size: 200 });
    expect(body.errcode).toBe(400002);
  });
});

describe("shifts and groups", () => {
  test("a shift is told with its rest and with thresholds as text", async () => {
    const { body } = await open().old("/topapi/attendance/shift/query", { op_user_id: "chen007", shift_id: 677995314 });
    expect(body.result).toMatchObject({
      name: "夜班",
      sections: [
        {
          punches: [
            { check_time: "1970-01-01 20:00:00", across: 0, serious_late_minutes: "30" },
            { check_time: "1970-01-01 06:00:00", across: 1 },
          ],
          rests: [
            { check_type: "OnDuty", across: 1 },
            { check_type: "OffDuty", check_time: "1970-01-01 01:00:00" },
          ],
        },
      ],
    });
  });

  test("groups come ten at most, a week runs from Sunday", async () => {
    const { old } = open();
    const { body } = await old("/topapi/attendance/getsimplegroups", { offset: 0, size: 10 });
    const { groups } = body.result as unknown as { groups: Body[] };
    expect(groups.map(({ type }) => type)).toEqual(["FIXED", "FIXED", "TURN", "FIXED", "NONE"]);
    expect(groups[0]?.work_day_list).toEqual(["0", ...Array.from({ length: 5 }, () => "677995086"), "0"]);
    expect((await old("/topapi/attendance/getsimplegroups", { offset: 0, size: 11 })).body.errcode).toBe(40069);
  });

  test("managers of a group are one text", async () => {
    const asked = { op_user_id: "admin012", group_id: 685935028 };
    const { body } = await open().old("/topapi/attendance/group/query", asked);
    expect(body.result).toMatchObject({ manager_list: "[chen007, wang003]" });
  });

  test("places and Wi-Fi by key are wrapped twice", async () => {
    const { old } = open();
    const key = await old("/topapi/attendance/groups/idtokey", { op_user_id: "admin012", group_id: 685935028 });
    const group_key = String(key.body.result);
    const { body } = await old("/topapi/attendance/group/positions/query", { group_key, size: 2 });
    const inner = (body.result as unknown as Body).result as Body;
    expect(body.result).toMatchObject({ errcode: 0, success: true });
    expect(inner).toMatchObject({ has_more: true, position_list: [{ latitude: "30.228700" }, {}] });
    const cursor = (inner.position_list as Body[])[1]?.position_key;
    const next = await old("/topapi/attendance/group/positions/query", { group_key, size: 9, cursor });
    expect(((next.body.result as unknown as Body).result as Body).position_list).toHaveLength(3);
    const back = await old("/topapi/attendance/groups/keytoid", { op_user_id: "admin012", group_key });
    expect(back.body.result).toBe(685935028);
  });
});
