import { describe, expect, test } from "vitest";
import { at, type Body, type Opened, open } from "../testing.ts";

const MONTH = { from_date: "2026-09-01 00:00:00", to_date: "2026-09-16 00:00:00" };
const VALUES = "/topapi/attendance/getcolumnval";

async function columns({ old }: Opened): Promise<Map<unknown, Body>> {
  const { body } = await old("/topapi/attendance/getattcolumns", {});
  return new Map(((body.result as unknown as Body).columns as Body[]).map((column) => [column.alias, column]));
}

async function ask(
  opened: Opened,
  userid: string,
  alias: string,
  window: object = MONTH,
): Promise<Map<string, string>> {
  const column = (await columns(opened)).get(alias);
  const { body } = await opened.old(VALUES, { userid, column_id_list: String(column?.id), ...window });
  const [found] = (body.result as unknown as Body).column_vals as Body[];
  return new Map(
    ((found?.column_vals ?? []) as Body[]).map(({ date, value }) => [String(date).slice(0, 10), String(value)]),
  );
}

describe("report columns", () => {
  test("are named with aliases, of leave without an id", async () => {
    const all = await columns(open());
    expect(all.get("should_attendance_days")).toMatchObject({ name: "应出勤天数", id: 129339038 });
    expect(all.get("leave_")).not.toHaveProperty("id");
  });

  test("tell what the punches, results and approvals say of a day", async () => {
    const opened = open();
    const overtime = { start: "2026-09-16T19:00:00+08:00", end: "2026-09-16T21:00:00+08:00" };
    await opened.control("approvals", { kind: "overtime", userId: "zhao001", ...overtime, decide: "agree" });
    expect((await ask(opened, "zhao001", "overtime_duration")).get("2026-09-16")).toBe("2.0");
    expect((await ask(opened, "guo005", "off_work_lack_card_times")).get("2026-09-16")).toBe("1.0");
    const supply = { userId: "guo005", workDate: "2026-09-16", type: "off", at: "2026-09-16T18:05:00+08:00" };
    await opened.control("supply", supply);
    expect((await ask(opened, "guo005", "off_work_lack_card_times")).get("2026-09-16")).toBe("0.0");
    expect((await ask(opened, "guo005", "making_up_lack_times")).get("2026-09-16")).toBe("1.0");
    const minutes = Number((await ask(opened, "zhao001", "attend_work_time")).get("2026-09-16"));
    expect(minutes).toBeGreaterThan(479);
    expect(minutes).toBeLessThan(520);
  });

  test("know 应出勤天数 of the last fifteen days alone", async () => {
    const found = await ask(open(), "zhao001", "should_attendance_days");
    expect([...found].filter(([, value]) => value === "0.0").map(([date]) => date)).toEqual([
      "2026-09-01",
      "2026-09-02",
      "2026-09-05",
      "2026-09-06",
      "2026-09-12",
      "2026-09-13",
    ]);
  });

  test("agree with the results of everybody", async () => {
    const opened = open();
    const { world } = opened.simulator;
    const day = Math.floor((at("2026-09-15 00:00") + 8 * 3_600_000) / 86_400_000);
    for (const person of world.people().slice(0, 25)) {
      const late = world
        .workday(person, day, opened.simulator.now())
        .results.filter(({ punch }) => punch?.timeResult === "Late");
      expect((await ask(opened, person.userId, "late_times")).get("2026-09-15")).toBe(late.length.toFixed(1));
    }
  });

  test("differ of one person when somebody wants them to", async () => {
    const opened = open();
    const before = await ask(opened, "zhao001", "attendance_days");
    const wrong = { userId: "zhao001", column: "attendance_days", workDate: "2026-09-15", add: -1 };
    await opened.control("report-difference", wrong);
    expect((await ask(opened, "zhao001", "attendance_days")).get("2026-09-15")).toBe("0.0");
    expect((await ask(opened, "li002", "attendance_days")).get("2026-09-15")).toBe("1.0");
    await opened.control("report-difference", undefined, "DELETE");
    expect(await ask(opened, "zhao001", "attendance_days")).toEqual(before);
  });

  test.each([
    ["32 days", { from_date: "2026-08-15 00:00:00", to_date: "2026-09-15 00:00:00" }, 850012],
    ["an expression's id", { column_id_list: "136339038" }, 850015],
    ["21 columns", { column_id_list: Array.from({ length: 21 }, () => "129339038").join(",") }, 40032],
    ["a day without time", { from_date: "2026-09-01" }, 41100],
  ])("are refused for %s", async (_name, more, errcode) => {
    const asked = { userid: "zhao001", column_id_list: "129339038", ...MONTH, ...more };
    expect((await open().old(VALUES, asked)).body.errcode).toBe(errcode);
  });

  test("say nothing of who has left, one fixed thing of a person, and nothing at all when they are not open", async () => {
    const { old, control, fresh } = open();
    const asked = { column_id_list: "129339001", ...MONTH };
    expect((await old(VALUES, { userid: "nobody", ...asked })).body.result).toEqual({ column_vals: [] });
    const { body } = await old(VALUES, { userid: "zhao001", ...asked });
    expect(body.result).toEqual({ column_vals: [{ column_vo: { id: 129339001 }, fixed_value: "HZ00001" }] });
    const many = {
      userIds: ["zhao001", "li002"],
      columnIdList: ["129339002"],
      fromDate: at("2026-09-15 00:00"),
      toDate: at("2026-09-16 00:00"),
    };
    const { result } = (await fresh("/v1.0/attendance/columnValues/query", many)).body as unknown as { result: Body[] };
    expect(result).toHaveLength(2);
    await control("switches", { smartReport: false });
    const shut = await old("/topapi/attendance/isopensmartreport", {});
    expect(shut.body.result).toEqual({ smart_report: false });
    expect((await old(VALUES, { userid: "zhao001", ...asked })).body.errcode).toBe(850015);
  });
});

describe("leave by name", () => {
  const NAMES = "/topapi/attendance/getleavetimebynames";
  const asked = {
    userid: "zhao001",
    leave_names: "年假,事假",
    from_date: "2026-09-14 00:00:00",
    to_date: "2026-09-18 00:00:00",
  };

  test("comes in each leave's own unit, day by day", async () => {
    const { control, old } = open();
    const hours = { start: "2026-09-17T15:30:00+08:00", end: "2026-09-17T18:00:00+08:00", name: "事假" };
    await control("approve-leave", { userId: "zhao001", ...hours });
    const day = { start: "2026-09-18T09:00:00+08:00", end: "2026-09-18T18:00:00+08:00", name: "年假", unit: "day" };
    await control("approve-leave", { userId: "zhao001", ...day });
    const { columns: found } = (await old(NAMES, asked)).body.result as unknown as { columns: Body[] };
    expect(found.map(({ columnvo }) => (columnvo as Body).name)).toEqual(["年假", "事假"]);
    const values = found.map(({ columnvals }) => (columnvals as Body[]).map(({ value }) => value));
    expect(values).toEqual([
      ["0.0", "0.0", "0.0", "0.0", "1.0"],
      ["0.0", "0.0", "0.0", "2.5", "0.0"],
    ]);
  });

  test("counts minutes by the schedule", async () => {
    const { old } = open();
    const window = { from_date: "2026-09-18 11:00:00", to_date: "2026-09-21 10:00:00" };
    const { body } = await old("/topapi/attendance/getleaveapproveduration", { userid: "zhao001", ...window });
    expect(body.result).toEqual({ duration_in_minutes: 60 + 300 + 480 + 60 });
  });

  test.each([
    ["32 days", { from_date: "2026-08-15 00:00:00" }, 850012],
    ["what is older than 225 days", { from_date: "2026-01-01 00:00:00", to_date: "2026-01-05 00:00:00" }, 850002],
    ["21 names", { leave_names: Array.from({ length: 21 }, () => "年假").join(",") }, 40032],
  ])("is refused for %s", async (_name, more, errcode) => {
    expect((await open().old(NAMES, { ...asked, ...more })).body.errcode).toBe(errcode);
  });
});
