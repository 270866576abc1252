import { compareDays, type OwnDay } from "@today/core/reconciliation";
import type { WorkDate } from "@today/core/time/date";
import { latestPunches, readPunchVersions } from "@today/db/punch";
import type { FoundDifference } from "@today/db/reconciliation";
import { readWorkdays, type StoredWorkday } from "@today/db/workday";
import type { ReportColumn } from "@today/dingtalk/attendance/report";
import type { Context } from "./context.ts";
import { type ReportDays, reportOf } from "./pull/report-days.ts";
import { isoOf } from "./views/instant.ts";

/** Whose days are compared, both dates included; at most 31 of them. */
export interface ReconciliationWork {
  readonly people: readonly string[];
  readonly from: WorkDate;
  readonly to: WorkDate;
}

/** DingTalk's report of one person's days. */
export interface PersonReport extends ReportDays {
  readonly personId: string;
}

interface DayRange {
  readonly from: WorkDate;
  readonly to: WorkDate;
}

/** Asks what DingTalk reports of a person's days; leave is asked where one side has some or somebody is missing. */
export async function readReport(
  ctx: Context,
  columns: readonly ReportColumn[],
  { personId, from, to }: DayRange & { readonly personId: string },
): Promise<PersonReport> {
  const days = await readWorkdays(ctx.db, ctx.company.id, { personId, from, to });
  const byDate = new Map(days.map((day) => [day.date, day]));
  const isWorth = days.some(({ leave, warnings }) => leave > 0 || warnings.includes("absent"));
  const leaveOn = (date: WorkDate) => {
    const day = byDate.get(date);
    return { planned: day?.planned ?? 0, leave: day?.leave ?? 0 };
  };
  const report = await reportOf(ctx, columns, { personId, range: { from, to }, leave: isWorth ? leaveOn : null });
  return { ...report, personId };
}

/** Where a person's settled days and the report differ, with both sides' facts. Days that still go on are not compared. */
export async function compareWithReport(
  ctx: Context,
  { personId, days, words }: PersonReport,
  { from, to }: DayRange,
): Promise<FoundDifference[]> {
  const { db, company } = ctx;
  const settled = await readWorkdays(db, company.id, { personId, from, to });
  const found: FoundDifference[] = [];
  for (const day of settled.filter(({ over }) => over)) {
    const theirs = days.get(day.date);
    const differences = theirs === undefined ? [] : compareDays(ownDay(day), theirs);
    if (differences.length === 0) continue;
    const facts = { ours: await factsOf(ctx, day), theirs: words.get(day.date) ?? {} };
    found.push(...differences.map((one) => ({ ...one, personId, date: day.date, facts })));
  }
  return found;
}

function ownDay({ planned, attended, leave, warnings, details, line }: StoredWorkday): OwnDay {
  const minutesOf = (name: string) => details.find((one) => one.name === name)?.minutes ?? 0;
  return {
    isPlanned: planned > 0,
    attended,
    leave,
    late: minutesOf("late"),
    early: minutesOf("early-leave"),
    absent: warnings.includes("absent"),
    hasTrip: line.some(({ place }) => place === "trip"),
    hasGap: warnings.includes("missing-in") || warnings.includes("missing-out"),
  };
}

/** What our figures rest on: punches, the shift, and what was found odd. */
async function factsOf({ db, company }: Context, day: StoredWorkday): Promise<object> {
  const { personId, date, attended, planned, leave, warnings, shift } = day;
  const punches = latestPunches(await readPunchVersions(db, company.id, [{ personId, date }])).map((punch) => ({
    ...{ at: isoOf(punch.at, company.zone), type: punch.type, valid: punch.valid === 1, source: punch.sourceType },
  }));
  return { attended, planned, leave, warnings, shift: shift?.name ?? null, punches };
}
