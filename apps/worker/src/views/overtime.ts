import { monthlyLimit, overtimeMonth } from "@today/core/overtime-month";
import { periodOf } from "@today/core/period";
import { type Cycle, cycleBalance, monthlyMinutes } from "@today/core/terms";
import { daysBetween, type WorkDate } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { readCalendar } from "@today/db/calendar";
import { type OvertimeRow, type OvertimeWish, readOvertime, yearsAround } from "@today/db/overtime";
import type { CycleSum } from "@today/db/overtime-cycle";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { OvertimeMonth } from "../contract.ts";

/** The overtime of a month, `2026-09`, of those whom the actor asks for, with a forecast to its end; by name. */
export async function viewOvertime(
  ctx: Context,
  month: string,
  wish: Pick<OvertimeWish, "whose" | "people">,
): Promise<OvertimeMonth[]> {
  const { first, last } = periodOf(`${month}-01`, "month");
  const calendar = await readCalendar(ctx.db, ctx.company.id, yearsAround(first));
  const rows = await readOvertime(ctx.db, authorOf(ctx), { first, last, ...wish }, calendar);
  return rows.map((row) => monthOf(row, { first, last, today: todayOf(ctx) }));
}

interface MonthSpan {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly today: WorkDate;
}

function monthOf(row: OvertimeRow, span: MonthSpan): OvertimeMonth {
  const { id, name, title, system, dailyMinutes } = row;
  const kinds = kindsOf(row);
  const beyond = system === "comprehensive" ? beyondOf(row, span) : 0;
  const daysLeft = Math.max(0, Math.min(daysBetween(span.today, span.last), daysBetween(span.first, span.last) + 1));
  const counts = system !== "irregular";
  return {
    ...{ person: { id, name, title }, month: span.first.slice(0, 7), system, kinds, lieu: row.lieu },
    ...overtimeMonth({
      minutes: kinds.workday + kinds.rest + kinds.statutory + beyond,
      approvedAhead: counts ? row.ahead : 0,
      weeks: system === "standard" ? row.weeks : [],
      daysLeft,
    }),
    ...{ waiting: row.waiting, approvedAhead: row.ahead, limit: monthlyLimit },
    standardMinutes: monthlyMinutes(dailyMinutes),
    cycle: cycleView(row, span),
  };
}

/** Of comprehensive hours only holidays are overtime by the day, of irregular ones nothing is. */
function kindsOf({ system, workday, rest, statutory }: OvertimeRow): OvertimeMonth["kinds"] {
  if (system === "standard") return { workday, rest, statutory };
  return { workday: 0, rest: 0, statutory: system === "comprehensive" ? statutory : 0 };
}

/** What a month has beyond the cycles' plans: all of the weeks that end in it or run, of longer cycles the mean of their months. */
function beyondOf({ cycles, cycle }: OvertimeRow, { first, last, today }: MonthSpan): Minutes {
  const own = cycles.filter((sum) => cycle !== "week" || sum.last <= last || today <= last);
  const total = own.reduce((minutes, sum) => minutes + cycleBalance(sum).beyond, 0);
  return Math.floor(total / monthsSince(cycle, own[0], first));
}

function monthsSince(cycle: Cycle | null, sum: CycleSum | undefined, month: WorkDate): number {
  if (cycle === "week" || sum === undefined) return 1;
  return Number(month.slice(5, 7)) - Number(sum.first.slice(5, 7)) + 1;
}

function cycleView({ system, cycles }: OvertimeRow, { last, today }: MonthSpan): OvertimeMonth["cycle"] {
  if (system !== "comprehensive") return null;
  const asOf = today < last ? today : last;
  const sum = cycles.findLast((one) => one.first <= asOf) ?? cycles[0];
  if (sum === undefined) return null;
  const { first, last: end, attended, planned } = sum;
  return { first, last: end, attended, planned, ...cycleBalance(sum) };
}
