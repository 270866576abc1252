import { type Calendar, dayKindOf } from "@today/core/calendar";
import { periodOf } from "@today/core/period";
import { type Cycle, cycleOf, defaultTerms, type WorkSystem } from "@today/core/terms";
import { addDays, dayRange, type WorkDate, weekdayOf } from "@today/core/time/date";
import type { Minutes } from "@today/core/time/minutes";
import { groupRows } from "./arrival.ts";
import type { Database } from "./database.ts";
import { type CycleSpan, type CycleSum, cyclesSql } from "./overtime-cycle.ts";
import { monthSql } from "./overtime-sum.ts";
import type { PersonBrief } from "./person.ts";
import { holdsOn, type Reader, readerValues } from "./role.ts";

/** A month of people by name, of the active ones whom the reader manages, or of all active ones. */
export interface OvertimeWish {
  readonly first: WorkDate;
  readonly last: WorkDate;
  readonly whose: "named" | "managed" | "all";
  readonly people: readonly string[];
}

/** One person's overtime of a month as settled and granted. */
export interface OvertimeRow extends PersonBrief {
  readonly system: WorkSystem;
  readonly cycle: Cycle | null;
  readonly dailyMinutes: Minutes;
  readonly workday: Minutes;
  readonly rest: Minutes;
  readonly statutory: Minutes;
  /** Work on rest days that is given back as time off; in none of the other sums. */
  readonly lieu: Minutes;
  /** Approved for the days after today. */
  readonly ahead: Minutes;
  /** What open requests would add. */
  readonly waiting: Minutes;
  /** The complete weeks before today's, up to four, oldest first; without those of which nothing is settled. */
  readonly weeks: readonly Minutes[];
  /** The cycles of comprehensive hours that the month touches. */
  readonly cycles: readonly CycleSum[];
}

/** The overtime of people in a month by name, in two statements for all of them. */
export async function readOvertime(
  db: Database,
  reader: Reader,
  wish: OvertimeWish,
  calendar: Calendar,
): Promise<OvertimeRow[]> {
  const { first, last, people: named } = wish;
  const { today } = reader;
  const monday = addDays(today, -27 - weekdayOf(today));
  const asOf = earlier(today, last);
  const dates = [holidaysOf(calendar), restDaysOf(calendar, dayRange(earlier(monday, first), last))] as const;
  const values = [...readerValues(reader), JSON.stringify(named), first, last, asOf, ...dates] as const;
  const who = whoSql[wish.whose];
  const [people, cycles] = await db.batch([
    db.prepare(monthSql(who), ...values, monday),
    db.prepare(cyclesSql(who), ...values, JSON.stringify(spansOf(first, last))),
  ]);
  const sums = groupRows((cycles?.results ?? []) as unknown as CycleRow[], ({ personId }) => personId);
  return ((people?.results ?? []) as unknown as MonthRow[]).map((row) => rowOf(row, sums.get(row.id) ?? []));
}

function earlier(a: WorkDate, b: WorkDate): WorkDate {
  return a < b ? a : b;
}

/** Dates in one text, to be looked through by `instr`. */
function holidaysOf({ years }: Calendar): string {
  const days = Object.values(years).flatMap((year) => Object.entries(year));
  return days.flatMap(([date, kind]) => (kind === "statutory" ? [date] : [])).join(" ");
}

function restDaysOf(calendar: Calendar, dates: readonly WorkDate[]): string {
  const isRest = (date: WorkDate) => {
    const kind = dayKindOf(date, calendar);
    return kind.ok && (kind.value === "rest" || kind.value === "in-lieu-rest");
  };
  return dates.filter(isRest).join(" ");
}

/** Whether the reader manages today a project on which the person was in a month, `2026-09`. */
export async function isManaged(
  db: Database,
  reader: Reader,
  { person, month }: { readonly person: string; readonly month: string },
): Promise<boolean> {
  const { first, last } = periodOf(`${month}-01`, "month");
  const sql = `with ${whoSql.managed} select 1 from who where person_id = ?4`;
  return (await db.all(sql, ...readerValues(reader), person, first, last)).length === 1;
}

/** The calendar years that a month's overtime is read with. */
export function yearsAround(month: WorkDate): number[] {
  const year = Number(month.slice(0, 4));
  return [year - 1, year, year + 1];
}

function spansOf(first: WorkDate, last: WorkDate): CycleSpan[] {
  const long = (["month", "quarter", "year"] as const).map((cycle) => ({ cycle, ...cycleOf(first, cycle) }));
  const weeks: CycleSpan[] = [];
  for (let day = first; day <= last; day = addDays(cycleOf(day, "week").last, 1)) {
    weeks.push({ cycle: "week", ...cycleOf(day, "week") });
  }
  return [...long, ...weeks];
}

const whoSql = {
  named: "who (person_id) as materialized (select value from json_each(?4))",
  all: "who (person_id) as materialized (select id from person where company_id = ?1 and active = 1)",
  managed: `who (person_id) as materialized (
    select distinct theirs.person_id from project_member mine
      cross join project_member theirs indexed by project_member_project
        on theirs.company_id = ?1 and theirs.project_id = mine.project_id
      cross join person p on p.company_id = ?1 and p.id = theirs.person_id and p.active = 1
    where mine.company_id = ?1 and mine.person_id = ?2 and mine.role = 'manager' and ${holdsOn("mine", "?3")}
      and (theirs.starts_on is null or theirs.starts_on <= ?6) and (theirs.ends_on is null or theirs.ends_on >= ?5))`,
} as const;

interface MonthRow extends Omit<OvertimeRow, "system" | "cycle" | "dailyMinutes" | "weeks" | "cycles"> {
  readonly terms: string | null;
  readonly weeks: string;
}

interface CycleRow extends CycleSum {
  readonly personId: string;
}

type TermsTuple = readonly [WorkSystem, Cycle | null, Minutes];

const unsaid: TermsTuple = [defaultTerms.system, defaultTerms.cycle, defaultTerms.dailyMinutes];

function rowOf({ terms, weeks, ...row }: MonthRow, cycles: readonly CycleRow[]): OvertimeRow {
  const [system, cycle, dailyMinutes] = terms === null ? unsaid : (JSON.parse(terms) as TermsTuple);
  const known = (JSON.parse(weeks) as (Minutes | null)[]).filter((week) => week !== null);
  return {
    ...row,
    ...{ system, cycle, dailyMinutes, weeks: known },
    cycles: cycles.map(({ personId: _, ...sum }) => sum),
  };
}
