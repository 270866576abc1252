import { periodOf } from "@today/core/period";
import { addDays, daysBetween, weekdayOf } from "@today/core/time/date";
import { findPeople } from "@today/db/person";
import { firstDay, readWeeks } from "@today/db/project-week";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { ProjectReport } from "../contract.ts";
import type { Cost } from "./cost.ts";
import { viewOvertime } from "./overtime.ts";

/** The last five ISO weeks of a project; the complete ones since its first hours as a forecast wants them. */
export interface Weeks {
  readonly ids: string[];
  readonly perPerson: ReadonlyMap<string, readonly number[]>;
  readonly minutes: readonly number[];
  readonly fen: readonly number[];
}

const before = 4;

/** Reads the weeks from the allocations of their days alone; `money` prices them. */
export async function weeksOf(ctx: Context, projectId: string, money: boolean): Promise<Weeks> {
  const { db, company } = ctx;
  const today = todayOf(ctx);
  const monday = addDays(today, 1 - weekdayOf(today) - before * 7);
  const rows = await readWeeks(db, company.id, { projectId, monday, to: today, money });
  const first = await firstDay(db, company.id, projectId);
  const since = first === null ? before : Math.max(0, Math.floor(daysBetween(monday, first) / 7));
  const perPerson = new Map<string, number[]>();
  const all = { minutes: emptyWeeks(), fen: emptyWeeks() };
  for (const { personId, week, minutes, fen } of rows) {
    const own = perPerson.get(personId) ?? emptyWeeks();
    own[week] = minutes;
    perPerson.set(personId, own);
    all.minutes[week] = (all.minutes[week] ?? 0) + minutes;
    all.fen[week] = (all.fen[week] ?? 0) + fen;
  }
  const ids = emptyWeeks().map((_, n) => periodOf(addDays(monday, n * 7), "week").id);
  return { ids, perPerson, minutes: all.minutes.slice(since, before), fen: all.fen.slice(since, before) };
}

/** Everybody with hours, most first, week by week, with how their overtime of this month runs on all projects together. */
export async function peopleOf(
  ctx: Context,
  weeks: Weeks,
  costs: ReadonlyMap<string, Cost>,
): Promise<ProjectReport["people"]> {
  const ids = [...costs].sort(([, a], [, b]) => b.minutes - a.minutes).map(([id]) => id);
  const named = new Map((await findPeople(ctx.db, ctx.company.id, ids)).map((person) => [person.id, person]));
  const month = todayOf(ctx).slice(0, 7);
  // Who was not here these weeks is not looked up: over the years that would be everybody.
  const people = ids.filter((id) => weeks.perPerson.has(id));
  const months = await viewOvertime(ctx, month, { whose: "named", people });
  const overtime = new Map(months.map((one) => [one.person.id, one]));
  return ids.map((id) => ({
    person: named.get(id) ?? { id, name: id, title: null },
    weeks: [...(weeks.perPerson.get(id) ?? emptyWeeks())],
    total: costs.get(id)?.minutes ?? 0,
    monthOvertime: overtime.get(id)?.minutes ?? 0,
    forecastOvertime: overtime.get(id)?.forecast ?? 0,
  }));
}

function emptyWeeks(): number[] {
  return Array.from({ length: before + 1 }, () => 0);
}
