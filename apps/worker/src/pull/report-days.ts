import type { ReportedDay } from "@today/core/reconciliation";
import { addDays, type WorkDate } from "@today/core/time/date";
import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { keepReportColumns, readReportColumns } from "@today/db/reconciliation";
import { keepRejected } from "@today/db/rejected-row";
import {
  type ColumnValue,
  columnValues,
  isReportOpen,
  leaveTimes,
  type ReportColumn,
  reportColumns,
} from "@today/dingtalk/attendance/report";
import type { Context } from "../context.ts";
import { PullProblem } from "./operator.ts";
import type { Span } from "./work.ts";

/** What DingTalk's report says of a person's days, and what it said word for word. */
export interface ReportDays {
  readonly days: ReadonlyMap<WorkDate, ReportedDay>;
  readonly words: ReadonlyMap<WorkDate, Readonly<Record<string, string | number>>>;
}

/** Our planned minutes and minutes of leave on a date. */
export type LeaveOn = (date: WorkDate) => { readonly planned: number; readonly leave: number };

const monthMs = 30 * minutesPerDay * minuteMs;
const mostColumns = 20;
/** The names by which the columns are known; several where the documents and what was seen differ. */
const aliases = {
  present: ["attendance_days"],
  work: ["attend_work_time", "attendance_work_time"],
  late: ["late_minute", "late_minutes"],
  seriousLate: ["serious_late_minute", "serious_late_minutes"],
  early: ["leave_early_minute", "leave_early_minutes"],
  absent: ["absenteeism_days"],
} as const;

/** The columns of the report, kept for a month; throws `report-closed` where 智能统计 is not switched on. Up to two calls. */
export function columnsOf(ctx: Context): Promise<readonly ReportColumn[]> {
  const { db, company, now, dingtalk } = ctx;
  return dingtalk.once("report columns", async () => {
    const kept = await readReportColumns<ReportColumn>(db, company.id, now - monthMs);
    if (kept !== null) return kept;
    if (!(await isReportOpen(dingtalk))) throw new PullProblem("report-closed");
    const { columns, rejected } = await reportColumns(dingtalk);
    const arrival = { companyId: company.id, at: now };
    const aside = rejected.map(({ reason, raw }) => ({ source: "attendance/getattcolumns", reason, raw }));
    await db.batch([keepReportColumns(db, arrival, columns), ...keepRejected(db, arrival, aside)]);
    return columns;
  });
}

/** What DingTalk reports of a person's days; one call, and a second for leave where some is expected. */
export async function reportOf(
  ctx: Context,
  columns: readonly ReportColumn[],
  wish: { readonly personId: string; readonly range: Span<WorkDate>; readonly leave: LeaveOn | null },
): Promise<ReportDays> {
  const { personId: userId, range, leave } = wish;
  const asked = { userId, fromDate: range.from, toDate: range.to };
  const known: readonly string[] = Object.values(aliases).flat();
  const wanted = columns.filter(({ alias }) => alias !== null && known.includes(alias)).slice(0, mostColumns);
  if (wanted.length === 0) return { days: new Map(), words: new Map() };
  const told = await columnValues(ctx.dingtalk, { ...asked, columns: wanted });
  const leaves = columns.filter(({ columnId }) => columnId === null).slice(0, mostColumns);
  const names = leaves.map(({ name }) => ({ name, unit: "day" as const }));
  const away =
    leave === null || names.length === 0 ? null : await leaveTimes(ctx.dingtalk, { ...asked, leaves: names });
  const has = new Set(wanted.map(({ alias }) => alias));
  const days = new Map<WorkDate, ReportedDay>();
  const words = new Map<WorkDate, Record<string, string | number>>();
  for (let date = range.from; date <= range.to; date = addDays(date, 1)) {
    const values = told.values.filter((value) => value.date === date);
    const off = away === null || leave === null ? null : minutesAway(away.values, date, leave);
    days.set(date, { ...dayOf(values, has), leave: off });
    words.set(date, { ...wordsOf(values), ...(off === null ? {} : { leave: off }) });
  }
  return { days, words };
}

/** A column that exists and says nothing of a day says 0. */
function dayOf(values: readonly ColumnValue[], has: ReadonlySet<string | null>): Omit<ReportedDay, "leave"> {
  const of = (names: readonly string[]) => {
    if (!names.some((name) => has.has(name))) return null;
    return values.reduce((sum, { alias, value }) => (names.includes(alias ?? "") ? sum + numberOf(value) : sum), 0);
  };
  const late = of(aliases.late);
  return {
    present: of(aliases.present),
    work: of(aliases.work),
    late: late === null ? null : late + (of(aliases.seriousLate) ?? 0),
    early: of(aliases.early),
    absent: of(aliases.absent),
  };
}

/**
 * Leave is told in its type's unit, days or hours, which the report does not name: what lies nearer to ours is meant. A morning is half
 * a day to DingTalk however many minutes it has, so half days agree with ours as half days.
 */
function minutesAway(values: readonly ColumnValue[], date: WorkDate, leaveOn: LeaveOn): number {
  const { planned, leave } = leaveOn(date);
  const amounts = values.filter((value) => value.date === date).map(({ value }) => numberOf(value));
  const amount = amounts.reduce((sum, one) => sum + one, 0);
  if (planned > 0 && amount > 0 && Math.round((leave * 2) / planned) / 2 === amount) return leave;
  const [asDays, asHours] = [Math.round(amount * planned), Math.round(amount * 60)];
  return Math.abs(asDays - leave) <= Math.abs(asHours - leave) ? asDays : asHours;
}

function numberOf(value: ColumnValue["value"]): number {
  if (value.kind === "minutes") return value.minutes;
  if (value.kind === "days") return value.days;
  return value.kind === "times" ? value.times : 0;
}

function wordsOf(values: readonly ColumnValue[]): Record<string, string | number> {
  return Object.fromEntries(
    values.map(({ name, value }) => [name, value.kind === "text" ? value.text : numberOf(value)]),
  );
}
