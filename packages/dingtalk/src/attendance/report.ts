import { daysBetween, type WorkDate } from "@today/core/time/date";
import { z } from "zod";
import type { DingTalk } from "../client.ts";
import { type Fields, lacking, readEach, textOf, truthOf } from "../field.ts";
import { fieldsOf } from "../json.ts";
import { anything, listOf, type RejectedRow, readAnswer } from "../lenient.ts";
import { momentOf } from "../moment.ts";
import { meaningOf, type ReportMeaning, type ReportValue, valueBy } from "./report-meaning.ts";

const OPEN_PATH = "/topapi/attendance/isopensmartreport";
const COLUMNS_PATH = "/topapi/attendance/getattcolumns";
const VALUES_PATH = "/topapi/attendance/getcolumnval";
const LEAVE_PATH = "/topapi/attendance/getleavetimebynames";
const MOST = 20;
const MOST_DAYS = 31;

/** A column of 智能统计. The id is this organisation's, the alias everybody's (`should_attendance_days`); leave columns have no id. */
export interface ReportColumn {
  readonly columnId: string | null;
  readonly name: string;
  readonly alias: string | null;
  /** What its values count; give another to `columnValues` where an organisation has set another unit. */
  readonly meaning: ReportMeaning;
}

/** What a column says of a date; `date` is null when it says one thing of the person, such as 工号. */
export interface ColumnValue {
  readonly name: string;
  readonly alias: string | null;
  readonly date: WorkDate | null;
  readonly value: ReportValue;
}

export interface ColumnValues {
  readonly values: ColumnValue[];
  readonly rejected: RejectedRow[];
}

const columnsAnswer = z.object({ result: z.object({ columns: anything }) });
const valuesAnswer = z.object({ result: z.object({ column_vals: anything }) });

/** Whether 智能统计 is switched on; without it the other calls are refused. One counted call. */
export async function isReportOpen(dingtalk: DingTalk): Promise<boolean> {
  const answer = await dingtalk.callOld(OPEN_PATH, {});
  return truthOf(fieldsOf(answer.result).smart_report) ?? false;
}

/** The columns of this organisation, those of leave too. One counted call; keep them. */
export async function reportColumns(dingtalk: DingTalk): Promise<{ columns: ReportColumn[]; rejected: RejectedRow[] }> {
  const { result } = readAnswer(await dingtalk.callOld(COLUMNS_PATH, {}), COLUMNS_PATH, columnsAnswer);
  const { rows, rejected } = readEach(result.columns, columnOf);
  return { columns: rows, rejected };
}

/**
 * What at most 20 columns say of one person on at most 31 days; one counted call, so for a month's end. Who has left has none, and
 * 应出勤天数 is right for the last 15 days only.
 */
export async function columnValues(
  dingtalk: DingTalk,
  query: {
    readonly userId: string;
    readonly columns: readonly ReportColumn[];
    readonly fromDate: WorkDate;
    readonly toDate: WorkDate;
  },
): Promise<ColumnValues> {
  const { userId, fromDate, toDate } = query;
  const columns = query.columns.filter(({ columnId }) => columnId !== null);
  checkReport(VALUES_PATH, columns.length, { fromDate, toDate });
  const ids = columns.map(({ columnId }) => columnId).join(",");
  const asked = { userid: userId, column_id_list: ids, ...windowOf(fromDate, toDate) };
  const { result } = readAnswer(await dingtalk.callOld(VALUES_PATH, asked), VALUES_PATH, valuesAnswer);
  return gather(listOf(result.column_vals), (row) => {
    const id = textOf(fieldsOf(row.column_vo).id);
    const column = columns.find(({ columnId }) => columnId === id);
    return column === undefined ? "column_vo.id" : { column, list: row.column_vals, fixed: row.fixed_value };
  });
}

/** How much of at most 20 leaves, by name, a person took on each of at most 31 days not before 225 days ago; one counted call. */
export async function leaveTimes(
  dingtalk: DingTalk,
  query: {
    readonly userId: string;
    /** The unit is that of the leave type: values are days of leaves taken by days or half days. */
    readonly leaves: readonly { readonly name: string; readonly unit: "hour" | "half-day" | "day" }[];
    readonly fromDate: WorkDate;
    readonly toDate: WorkDate;
  },
): Promise<ColumnValues> {
  const { userId, leaves, fromDate, toDate } = query;
  checkReport(LEAVE_PATH, leaves.length, { fromDate, toDate });
  const names = leaves.map(({ name }) => name).join(",");
  const asked = { userid: userId, leave_names: names, ...windowOf(fromDate, toDate) };
  const { result } = readAnswer(await dingtalk.callOld(LEAVE_PATH, asked), LEAVE_PATH, columnsAnswer);
  return gather(listOf(result.columns), (row) => {
    const { name, alias } = fieldsOf(row.columnvo);
    const leave = leaves.find((one) => one.name === textOf(name));
    if (leave === undefined) return "columnvo.name";
    const meaning = leave.unit === "hour" ? "hours" : "days";
    const column = { columnId: null, name: leave.name, alias: textOf(alias), meaning } as const;
    return { column, list: row.columnvals, fixed: null };
  });
}

interface OneColumn {
  readonly column: ReportColumn;
  readonly list: unknown;
  readonly fixed: unknown;
}

function gather(rows: readonly unknown[], read: (row: Fields) => OneColumn | string): ColumnValues {
  const values: ColumnValue[] = [];
  const columns = readEach(rows, read);
  const rejected = [...columns.rejected];
  for (const { column, list, fixed } of columns.rows) {
    const { name, alias, meaning } = column;
    const days = readEach(list, (row) => dayValue(row, meaning));
    rejected.push(...days.rejected);
    const told = days.rows.flatMap(({ date, value }) => (value === null ? [] : [{ name, alias, date, value }]));
    const own = valueBy(meaning, fixed);
    values.push(...told, ...(own === null ? [] : [{ name, alias, date: null, value: own }]));
  }
  return { values, rejected };
}

function dayValue(row: Fields, meaning: ReportMeaning): { date: WorkDate; value: ReportValue | null } | string {
  const date = momentOf(row.date)?.date ?? null;
  return date === null ? lacking({ date }) : { date, value: valueBy(meaning, row.value) };
}

function columnOf(row: Fields): ReportColumn | string {
  const [name, alias] = [textOf(row.name), textOf(row.alias)];
  if (name === null) return lacking({ name });
  return { columnId: textOf(row.id), name, alias, meaning: meaningOf(name, alias) };
}

function checkReport(
  path: string,
  count: number,
  { fromDate, toDate }: { fromDate: WorkDate; toDate: WorkDate },
): void {
  if (count < 1 || count > MOST) throw new RangeError(`${path} takes 1 to ${MOST} columns, not ${count}`);
  const days = daysBetween(fromDate, toDate) + 1;
  if (!(days >= 1 && days <= MOST_DAYS)) throw new RangeError(`${path} takes 1 to ${MOST_DAYS} days, not ${days}`);
}

function windowOf(fromDate: WorkDate, toDate: WorkDate) {
  return { from_date: `${fromDate} 00:00:00`, to_date: `${toDate} 23:59:59` };
}
