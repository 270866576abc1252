import { instantAt } from "@today/core/time/zone";
import { expect, test } from "vitest";
import { type Cell, findHeading } from "./heading.ts";
import { dateOfCell, momentOfCell } from "./moment.ts";
import { readOriginalRecords } from "./original-record.ts";

const headings = [
  "姓名",
  "考勤组",
  "部门",
  "工号",
  "职位",
  "UserId",
  "考勤日期",
  "考勤时间",
  "打卡时间",
  "打卡结果",
  "打卡地址",
  "打卡备注",
];
const titles: Cell[][] = [
  ["原始记录  统计日期：2026-09-01 至 2026-09-30", null, null],
  ["报表生成时间：2026-10-01 09:12", null],
];

function read(rows: readonly (readonly Cell[])[]) {
  const heading = findHeading(rows);
  if (heading === null) throw new Error("no headings");
  return readOriginalRecords({ first: 0, rows, heading, zone: "Asia/Shanghai" });
}

function row(...[planned, punched, result]: Cell[]): Cell[] {
  return [
    "赵磊",
    "工地组",
    "工程部",
    "0012",
    "调试",
    "zhao001",
    "26-09-16 星期三",
    planned ?? null,
    punched ?? null,
    result ?? null,
    "北门",
    "",
  ];
}

test("the headings are found below titles and merged cells, whatever columns stand between them", () => {
  const found = findHeading([...titles, headings]);
  expect(found?.row).toBe(2);
  expect(found?.columns.get("punched")).toEqual({ index: 8, text: "打卡时间" });
  expect(
    findHeading([["UserId ", "打卡图片1", "考勤日期", "异常打卡原因", "打卡时间"]])?.columns.get("date")?.index,
  ).toBe(2);
  expect(findHeading([["Name", "Date", "Punch time"]])?.row).toBe(0);
  expect(findHeading([["姓名", "出勤天数", "迟到次数"]])).toBeNull();
});

test("a day's planned times say what is a clock-in and what a clock-out", () => {
  const { records, unread } = read([
    ...titles,
    headings,
    row("26-09-16 09:00", "26-09-16 08:57", "正常"),
    row("26-09-16 18:00", "26-09-16 18:04", "正常"),
  ]);
  expect(unread).toEqual([]);
  expect(records).toMatchObject([
    {
      ...{ row: 3, date: "2026-09-16", type: "on", valid: true, result: "Normal", address: "北门", remark: null },
      who: { userId: "zhao001", jobNumber: "0012", name: "赵磊" },
      at: instantAt("2026-09-16", 537, "Asia/Shanghai"),
    },
    { row: 4, type: "off", at: instantAt("2026-09-16", 1084, "Asia/Shanghai") },
  ]);
});

test("without planned times punches alternate, and invalid ones are kept with DingTalk's words", () => {
  const { records } = read([
    headings,
    row(null, "08:57", ""),
    row(null, "08:58", "打卡无效：此记录已被更新"),
    row(null, "12:03", ""),
    row(null, "12:58", ""),
    row(null, "18:31", ""),
  ]);
  expect(records.map(({ type, valid }) => [type, valid])).toEqual([
    ["on", true],
    [null, false],
    ["off", true],
    ["on", true],
    ["off", true],
  ]);
  expect(records[1]?.invalidReason).toBe("打卡无效：此记录已被更新");
});

test("late and early say so themselves, and a column of types is believed", () => {
  const { records } = read([
    headings,
    row("09:00", "09:40", "迟到"),
    row("18:00", "17:20", "早退"),
    row("18:00", "18:00", "严重迟到"),
  ]);
  expect(records.map(({ type, result }) => [type, result])).toEqual([
    ["on", "Late"],
    ["off", "Early"],
    ["on", "SeriousLate"],
  ]);
  expect(records.map(({ corrected }) => corrected)).toEqual([false, false, false]);
  expect(read([headings, row("18:00", "18:00", "正常（补卡）")]).records).toMatchObject([
    { result: "Normal", corrected: true },
  ]);
  const typed = read([
    ["姓名", "日期", "打卡时间", "打卡类型"],
    ["李娜", "2026/9/16", "18:01", "下班"],
  ]);
  expect(typed.records).toMatchObject([{ type: "off", date: "2026-09-16" }]);
});

test("a night shift's clock-out lies on the next day under its work date", () => {
  const { records } = read([
    headings,
    row("26-09-16 22:00", "26-09-16 21:55", "正常"),
    row("26-09-17 06:00", "26-09-17 06:03", "正常"),
    row(null, "次日 06:10", ""),
  ]);
  expect(records.map(({ at }) => at)).toEqual(
    [1315, 1803, 1810].map((minute) => instantAt("2026-09-16", minute, "Asia/Shanghai")),
  );
  expect(records.map(({ type }) => type)).toEqual(["on", "off", "on"]);
});

test("rows without a punch are passed over, and those that cannot be read are named with their text", () => {
  const { records, unread } = read([
    headings,
    row("09:00", null, "缺卡"),
    row("09:00", "--", "请假"),
    [],
    ["赵磊", "", "", "", "", "zhao001", "九月十六", "09:00", "08:57", "正常"],
    row("09:00", "25:71", "正常"),
  ]);
  expect(records).toEqual([]);
  expect(unread).toMatchObject([
    { row: 4, date: null, code: "date-unreadable", text: "九月十六" },
    { row: 5, date: "2026-09-16", code: "time-unreadable", text: "25:71" },
  ]);
});

test("dates come as text of many shapes and as serial numbers", () => {
  for (const cell of ["26-09-16 星期三", "2026-09-16", "2026/9/16", "2026年9月16日", 46281, 46281.5]) {
    expect(dateOfCell(cell), String(cell)).toBe("2026-09-16");
  }
  for (const cell of ["2026-02-30", "星期三", null, 12, true]) expect(dateOfCell(cell), String(cell)).toBeNull();
});

test("clock times come as text and as parts of a day, and none is rounded up into the next minute", () => {
  for (let minute = 0; minute < 1440; minute += 1) {
    expect(momentOfCell(minute / 1440, "2026-09-16")).toEqual({ date: "2026-09-16", minute });
    expect(momentOfCell(46281 + minute / 1440, "2026-09-15")).toEqual({ date: "2026-09-16", minute });
  }
  expect(momentOfCell("08:57:59", "2026-09-16")?.minute).toBe(537);
  expect(momentOfCell("8：57", "2026-09-16")?.minute).toBe(537);
});
