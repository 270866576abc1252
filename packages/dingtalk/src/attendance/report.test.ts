import { createSimulator } from "@today/simulator/simulator";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spoilt } from "../odd-payload.ts";
import { clientAnswering } from "../testing.ts";
import { sixty, townOf } from "../town.ts";
import { columnValues, isReportOpen, leaveTimes, type ReportColumn, reportColumns } from "./report.ts";
import { meaningOf, valueBy } from "./report-meaning.ts";

const town = () => townOf(createSimulator(sixty));

const days: ReportColumn = {
  columnId: "129339038",
  name: "应出勤天数",
  alias: "should_attendance_days",
  meaning: "days",
};
const query = { userId: "zhao001", columns: [days], fromDate: "2026-09-01", toDate: "2026-10-01" };
const columnVals = [
  {
    column_vo: { id: 129339038 },
    column_vals: [
      { date: "2026-09-14 00:00:00", value: "1.0" },
      { date: "2026-09-15 00:00:00", value: 0.5 },
      { date: "2026-09-16 00:00:00", value: "-" },
      { date: "?", value: "1.0" },
    ],
  },
  { column_vo: { id: 7 }, column_vals: [] },
];

it.each([
  ["late_times", "迟到次数", "times"],
  ["late_minute", "迟到时长", "minutes"],
  ["attendance_work_time", "工作时长", "minutes"],
  ["absenteeism_late_times", "旷工迟到天数", "days"],
  ["absenteeism_late_times", "旷工迟到次数", "times"],
  ["should_attendance_days", "应出勤/天", "days"],
  ["overtime_duration", "加班总时长", "hours"],
  ["overtime_1", "工作日加班", "hours"],
  ["overtime_approve_count", "加班-审批单统计", "hours"],
  ["overtime_duration", "加班时长(分钟)", "minutes"],
  ["business_trip_time", "出差时长", "days"],
  ["business_trip_time", "出差时长（小时）", "hours"],
  ["out_time", "外出时长", "hours"],
  ["on_duty_user_check_time_1", "上班1打卡时间", "text"],
  ["attend_result", "考勤结果", "text"],
  [null, "自定义", "text"],
])("knows what %s %s counts", (alias, name, meaning) => {
  expect(meaningOf(name, alias)).toBe(meaning);
});

it("turns values into our units", () => {
  expect(valueBy("hours", "2.5")).toEqual({ kind: "minutes", minutes: 150 });
  expect(valueBy("minutes", 480)).toEqual({ kind: "minutes", minutes: 480 });
  expect(valueBy("times", "2.0")).toEqual({ kind: "times", times: 2 });
  expect(valueBy("days", "休息")).toEqual({ kind: "text", text: "休息" });
  expect(["", "-", "--", null, "null", {}].map((raw) => valueBy("days", raw))).toEqual(Array(6).fill(null));
});

it("reads columns, those of leave without an id", async () => {
  const columns = [
    { id: 129339038, name: "应出勤天数", alias: "should_attendance_days", expression_id: 9 },
    { name: "年假", alias: "leave_" },
    { id: 1 },
  ];
  const { dingtalk } = clientAnswering({ errcode: 0, result: { columns } });
  expect(await reportColumns(dingtalk)).toEqual({
    columns: [days, { columnId: null, name: "年假", alias: "leave_", meaning: "text" }],
    rejected: [{ reason: "name", raw: { id: 1 } }],
  });
});

it("reads values day by day and sets aside what names no day or column", async () => {
  const { dingtalk, calls } = clientAnswering({ errcode: 0, result: { column_vals: columnVals } });
  const { values, rejected } = await columnValues(dingtalk, query);
  const facts = { name: "应出勤天数", alias: "should_attendance_days" };
  expect(values).toEqual([
    { ...facts, date: "2026-09-14", value: { kind: "days", days: 1 } },
    { ...facts, date: "2026-09-15", value: { kind: "days", days: 0.5 } },
  ]);
  expect(rejected).toMatchObject([{ reason: "column_vo.id" }, { reason: "date" }]);
  const window = { from_date: "2026-09-01 00:00:00", to_date: "2026-10-01 23:59:59" };
  expect(calls[0]?.body).toEqual({ userid: "zhao001", column_id_list: "129339038", ...window });
});

it("spends no call on more than 20 columns or 31 days", async () => {
  const { dingtalk, calls } = clientAnswering({ errcode: 0 });
  const wrong = [
    { columns: Array(21).fill(days) },
    { columns: [] },
    { toDate: "2026-10-02" },
    { toDate: "2026-08-31" },
  ];
  for (const more of wrong) await expect(columnValues(dingtalk, { ...query, ...more })).rejects.toThrow(RangeError);
  const leaves = [{ name: "年假", unit: "day" as const }];
  await expect(leaveTimes(dingtalk, { ...query, leaves, toDate: "2026-10-02" })).rejects.toThrow(RangeError);
  expect(calls).toEqual([]);
});

describe("in the simulator", () => {
  it("columns say what the day was, hours as minutes", async () => {
    const { dingtalk, control } = town();
    expect(await isReportOpen(dingtalk)).toBe(true);
    const overtime = { start: "2026-09-16T19:00:00+08:00", end: "2026-09-16T21:00:00+08:00" };
    await control("approvals", { kind: "overtime", userId: "zhao001", ...overtime, decide: "agree" });
    const { columns, rejected } = await reportColumns(dingtalk);
    expect(rejected).toEqual([]);
    const asked = columns.filter(({ columnId }) => columnId !== null).slice(0, 20);
    const found = await columnValues(dingtalk, {
      userId: "zhao001",
      columns: asked,
      fromDate: "2026-09-14",
      toDate: "2026-09-16",
    });
    expect(found.rejected).toEqual([]);
    const said = (alias: string) =>
      found.values.find((one) => one.alias === alias && one.date !== "2026-09-14" && one.date !== "2026-09-15")?.value;
    expect(said("overtime_duration")).toEqual({ kind: "minutes", minutes: 120 });
    expect(said("should_attendance_days")).toEqual({ kind: "days", days: 1 });
    expect(said("job_number")).toMatchObject({ kind: "text" });
  });

  it("leave comes by name, in minutes or days", async () => {
    const { dingtalk, control } = town();
    const hours = { start: "2026-09-17T15:30:00+08:00", end: "2026-09-17T18:00:00+08:00", name: "事假" };
    await control("approve-leave", { userId: "zhao001", ...hours });
    const leaves = [
      { name: "年假", unit: "day" as const },
      { name: "事假", unit: "hour" as const },
    ];
    const { values } = await leaveTimes(dingtalk, {
      userId: "zhao001",
      leaves,
      fromDate: "2026-09-17",
      toDate: "2026-09-17",
    });
    expect(values).toMatchObject([
      { name: "年假", value: { kind: "days", days: 0 } },
      { name: "事假", date: "2026-09-17", value: { kind: "minutes", minutes: 150 } },
    ]);
  });
});

it("never throws on odd values", async () => {
  await fc.assert(
    fc.asyncProperty(spoilt(columnVals), async (odd) => {
      const { dingtalk } = clientAnswering({ errcode: 0, result: { column_vals: odd, columns: odd } });
      await reportColumns(dingtalk);
      for (const { value } of (await columnValues(dingtalk, query)).values) {
        if (value.kind === "days") expect(Number.isFinite(value.days)).toBe(true);
      }
      await leaveTimes(dingtalk, { ...query, leaves: [{ name: "年假", unit: "day" }] });
    }),
  );
});
