import { addDays } from "@today/core/time/date";
import { type PeriodReader, type PeriodRow, readPeriodNames, readPeriods } from "@today/db/period";
import { type CheckResult, runChecks } from "@today/db/period-check";
import { readClosings, readFigures } from "@today/db/period-closing";
import { readGraces } from "@today/db/period-grace";
import { type AdjustmentRow, readAdjustments, readSheet } from "@today/db/period-sheet";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { AdjustmentView, Period, PeriodDetail, PeriodSheet, Periods } from "../contract.ts";
import { isoOf } from "./instant.ts";
import { briefsOf } from "./names.ts";

const listed = 13;

/** The periods of the last year and all others that were ever moved, newest first. */
export async function readPeriodList(ctx: Context): Promise<Periods> {
  const { db, company, now } = ctx;
  const periods = await readPeriods(db, company.id, { today: todayOf(ctx), count: listed });
  return { now: isoOf(now, company.zone), periods: periods.map((period) => periodView(ctx, period)) };
}

/** One period with what is open in it and how it was closed before. */
export async function readPeriod(ctx: Context, period: PeriodRow): Promise<PeriodDetail> {
  const { db, company, now } = ctx;
  const closings = await readClosings(db, company.id, period.id);
  const kept = period.state === "closed" ? closings.at(-1)?.figures : undefined;
  const checks = period.state === "closed" ? [] : await runChecks(db, authorOf(ctx), period);
  return {
    now: isoOf(now, company.zone),
    period: periodView(ctx, period),
    figures: kept ?? (await readFigures(db, company.id, period)),
    checks: checks.map(({ items, ...check }) => ({ ...check, items: [...items] })),
    closable: period.state === "open-for-approvers" && todayOf(ctx) >= addDays(period.last, 1),
    graces: await readGraces(db, company.id, period.id),
    closings: closings.map(({ at, leftOpen, ...closing }) => ({
      ...closing,
      ...{ at: isoOf(at, company.zone), leftOpen: { ...leftOpen } },
    })),
    projects: await briefsOf(ctx, [], projectsOf(checks)),
  };
}

/** A period's people with what they come to, and what was booked late in it or about it. */
export async function readPeriodSheet(ctx: Context, period: PeriodRow): Promise<PeriodSheet> {
  const { db, company } = ctx;
  const rows = await readSheet(db, company.id, period);
  const adjustments = await readAdjustments(db, company.id, period);
  const named = await readPeriodNames(db, company.id);
  const projects = adjustments.flatMap(({ parts }) => parts.flatMap(({ project }) => project ?? []));
  return {
    period: periodView(ctx, period),
    kept: period.state === "closed",
    rows,
    adjustments: adjustments.map((row) => adjustmentView(row, { named, zone: company.zone })),
    projects: await briefsOf(ctx, [], projects),
  };
}

/** A period as its readers see it. */
export function periodView({ company }: Pick<Context, "company">, period: PeriodRow): Period {
  const { changedAt, reopening, ...row } = period;
  return {
    ...row,
    changedAt: changedAt === null ? null : isoOf(changedAt, company.zone),
    reopening: reopening && { ...reopening, at: isoOf(reopening.at, company.zone) },
  };
}

/** A late difference as its readers see it; `named` tells in which period it is booked. */
export function adjustmentView(
  { at, parts, ...row }: AdjustmentRow,
  { named, zone }: { readonly named: PeriodReader; readonly zone: string },
): AdjustmentView {
  return {
    ...row,
    ...{ at: isoOf(at, zone), bookedIn: named(row.bookedOn).id },
    parts: parts.map(({ project, task, place, overtime, minutes }) => ({ project, task, place, overtime, minutes })),
  };
}

function projectsOf(checks: readonly CheckResult[]): string[] {
  return [...new Set(checks.flatMap(({ items }) => items.flatMap(({ project }) => project ?? [])))];
}
