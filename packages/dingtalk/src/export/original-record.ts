import type { WorkDate } from "@today/core/time/date";
import { type Instant, minutesPerDay } from "@today/core/time/minutes";
import { instantAt } from "@today/core/time/zone";
import type { Cell, Column, Heading } from "./heading.ts";
import { dateOfCell, type Moment, momentOfCell } from "./moment.ts";

/** Somebody as a row names them, each null where the sheet does not say. */
export interface Named {
  readonly userId: string | null;
  readonly jobNumber: string | null;
  readonly name: string | null;
}

/** One punch of the sheet 原始记录. */
export interface OriginalRecord {
  readonly row: number;
  readonly who: Named;
  /** The work date it is listed under. */
  readonly date: WorkDate;
  readonly at: Instant;
  readonly type: "on" | "off" | null;
  /** The instant that was planned for it; null for punches beside the shift. */
  readonly plannedAt: Instant | null;
  readonly valid: boolean;
  readonly invalidReason: string | null;
  readonly result: "Normal" | "Early" | "Late" | "SeriousLate" | null;
  /** Whether somebody approved it afterwards (补卡). */
  readonly corrected: boolean;
  readonly address: string | null;
  readonly remark: string | null;
}

/** A row that cannot be read, by name, with the text that could not. */
export interface UnreadRow {
  readonly row: number;
  readonly who: Named;
  /** Null when it is the date that cannot be read. */
  readonly date: WorkDate | null;
  readonly code: "date-unreadable" | "time-unreadable";
  readonly text: string;
}

/** Rows of a sheet from an index on. */
export interface SheetRows {
  readonly first: number;
  readonly rows: readonly (readonly Cell[])[];
  readonly heading: Heading;
  readonly zone: string;
}

const results = [
  [/严重迟到|serious/i, "SeriousLate"],
  [/迟到|late/i, "Late"],
  [/早退|early/i, "Early"],
  [/正常|normal|外勤|补卡|审批/i, "Normal"],
] as const;

/** The punches of a sheet's rows below the headings; rows without a punch (缺卡, 请假) and empty ones are passed over. */
export function readOriginalRecords(sheet: SheetRows): { records: OriginalRecord[]; unread: UnreadRow[] } {
  const records: OriginalRecord[] = [];
  const unread: UnreadRow[] = [];
  sheet.rows.forEach((cells, n) => {
    const row = sheet.first + n;
    if (row <= sheet.heading.row || isEmpty(cells)) return;
    const read = readRow(cells, row, sheet);
    if (read === null) return;
    if ("code" in read) unread.push(read);
    else records.push(read);
  });
  return { records: withTypes(records), unread };
}

function readRow(cells: readonly Cell[], row: number, { heading, zone }: SheetRows): OriginalRecord | UnreadRow | null {
  const cell = (column: Column): Cell => cells[heading.columns.get(column)?.index ?? -1] ?? null;
  const text = (column: Column): string | null => String(cell(column) ?? "").trim() || null;
  const who = { userId: text("userId"), jobNumber: text("jobNumber"), name: text("name") };
  const said = text("punched");
  if (said === null || said === "-" || said === "--" || /缺卡|未打卡/.test(said)) return null;
  const date = dateOfCell(cell("date"));
  if (date === null) return { row, who, date, code: "date-unreadable", text: text("date") ?? "" };
  const punched = momentOfCell(cell("punched"), date);
  if (punched === null) return { row, who, date, code: "time-unreadable", text: said };
  const planned = momentOfCell(cell("planned"), date);
  const result = text("result") ?? "";
  const valid = !/无效|invalid/i.test(result);
  return {
    ...{ row, who, date },
    at: instantOf(punched, zone),
    type: typeOf(text("type")),
    plannedAt: planned === null ? null : instantOf(planned, zone),
    valid,
    invalidReason: valid ? null : result,
    result: valid ? (results.find(([pattern]) => pattern.test(result))?.[1] ?? null) : null,
    corrected: valid && /补卡|审批|approv/i.test(result),
    ...{ address: text("address"), remark: text("remark") },
  };
}

function typeOf(text: string | null): OriginalRecord["type"] {
  if (text === null) return null;
  if (/上班|签到|on|in/i.test(text)) return "on";
  return /下班|签退|off|out/i.test(text) ? "off" : null;
}

/**
 * The sheet of most editions does not say what is a clock-in and what a clock-out. A day's planned times alternate, so a punch has
 * the turn of its planned time; valid ones beside the plan alternate among each other.
 */
function withTypes(records: readonly OriginalRecord[]): OriginalRecord[] {
  const days = new Map<string, OriginalRecord[]>();
  for (const record of records) {
    const key = JSON.stringify([record.who, record.date]);
    days.set(key, [...(days.get(key) ?? []), record]);
  }
  const typed = new Map<OriginalRecord, OriginalRecord["type"]>();
  for (const day of days.values()) {
    const turns = [...new Set(day.flatMap(({ plannedAt }) => plannedAt ?? []))].sort((a, b) => a - b);
    const loose = day.filter((one) => one.valid && one.type === null && one.plannedAt === null);
    loose.sort((a, b) => a.at - b.at).forEach((one, n) => void typed.set(one, n % 2 === 0 ? "on" : "off"));
    for (const one of day) {
      if (one.type !== null || one.plannedAt === null) continue;
      typed.set(one, isOn(one, turns) ? "on" : "off");
    }
  }
  return records.map((one) => ({ ...one, type: one.type ?? typed.get(one) ?? null }));
}

function isOn({ plannedAt, result, at }: OriginalRecord, turns: readonly Instant[]): boolean {
  if (result === "Late" || result === "SeriousLate") return true;
  if (result === "Early") return false;
  // Of a day with one planned time only it is not known whether it is the first: a clock-in is near it or before, or in the morning.
  if (turns.length % 2 === 1 && turns.length === 1) return at <= (plannedAt ?? at) + (minutesPerDay / 48) * 60_000;
  return turns.indexOf(plannedAt ?? 0) % 2 === 0;
}

function instantOf({ date, minute }: Moment, zone: string): Instant {
  return instantAt(date, minute, zone);
}

function isEmpty(cells: readonly Cell[]): boolean {
  return cells.every((cell) => cell === null || String(cell).trim() === "");
}
