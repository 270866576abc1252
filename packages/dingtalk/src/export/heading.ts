/** A cell of a sheet as it was read: text, a number (also a date as a serial number), or nothing. */
export type Cell = string | number | boolean | null;

/** What a column of the sheet 原始记录 holds. */
export type Column =
  | "name"
  | "userId"
  | "jobNumber"
  | "department"
  | "date"
  | "planned"
  | "punched"
  | "type"
  | "result"
  | "address"
  | "remark";

/** Where each column stands, and the heading it was known by. */
export interface Heading {
  readonly row: number;
  readonly columns: ReadonlyMap<Column, { readonly index: number; readonly text: string }>;
}

// Editions and languages call them differently; the first that a sheet has is taken.
const names: Readonly<Record<Column, readonly string[]>> = {
  name: ["姓名", "员工姓名", "人员姓名", "name", "employee name"],
  userId: ["userid", "用户id", "员工userid", "员工id", "user id"],
  jobNumber: ["工号", "员工工号", "job number", "employee id", "employee no."],
  department: ["部门", "所属部门", "department"],
  date: ["考勤日期", "日期", "工作日期", "attendance date", "date"],
  planned: ["考勤时间", "应打卡时间", "班次时间", "规定打卡时间", "attendance time", "scheduled time"],
  punched: ["打卡时间", "实际打卡时间", "签到时间", "check-in time", "punch time", "clock-in/out time"],
  type: ["打卡类型", "上下班", "考勤类型", "check type", "type"],
  result: ["打卡结果", "考勤结果", "result", "check-in result"],
  address: ["打卡地址", "打卡地点", "位置", "location", "address"],
  remark: ["打卡备注", "备注", "remark", "remarks"],
};

const wanted: readonly Column[] = ["date", "punched"];
const deepest = 15;

/**
 * Finds the row of headings among the first 15: one with a date, a punch time and somebody's name, number or id. Titles above it,
 * merged cells, further and missing columns do not matter; null when there is none.
 */
export function findHeading(rows: readonly (readonly Cell[])[]): Heading | null {
  for (const [row, cells] of rows.slice(0, deepest).entries()) {
    const columns = columnsOf(cells);
    const isSomebody = columns.has("name") || columns.has("userId") || columns.has("jobNumber");
    if (isSomebody && wanted.every((column) => columns.has(column))) return { row, columns };
  }
  return null;
}

function columnsOf(cells: readonly Cell[]): Heading["columns"] {
  const texts = cells.map((cell) =>
    String(cell ?? "")
      .replace(/\s+/g, " ")
      .trim(),
  );
  const found = new Map<Column, { index: number; text: string }>();
  for (const [column, aliases] of Object.entries(names) as [Column, readonly string[]][]) {
    const places = aliases.map((alias) => texts.findIndex((text) => text.toLowerCase() === alias));
    const index = places.find((place) => place >= 0);
    if (index !== undefined) found.set(column, { index, text: texts[index] ?? "" });
  }
  return found;
}
