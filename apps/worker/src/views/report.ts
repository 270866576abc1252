import { forecastBudget } from "@today/core/budget";
import { periodOf } from "@today/core/period";
import { addDays, type WorkDate } from "@today/core/time/date";
import { type BudgetRecord, readBudget, readPassed } from "@today/db/budget";
import type { ProjectView } from "@today/db/project";
import { refreshMonths } from "@today/db/project-month";
import { readSums } from "@today/db/project-sum";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import type { ProjectReport } from "../contract.ts";
import { budgetView } from "./budget.ts";
import { costOf, costsByKey } from "./cost.ts";
import { isoOf } from "./instant.ts";
import { briefOf } from "./names.ts";
import { peopleOf, weeksOf } from "./report-weeks.ts";

const ever = { from: "0000-00", to: "9999-99" } as const;

/** What a project has cost and whether it will hold; with money for finance only. */
export async function reportOf(ctx: Context, project: ProjectView): Promise<ProjectReport> {
  const { db, company, actor } = ctx;
  const [today, projectId] = [todayOf(ctx), project.id];
  const seesMoney = actor.roles.includes("finance");
  await refreshMonths(db, company.id, projectId);
  const byPerson = await readSums(db, company.id, { projectId, ...ever, by: "person" });
  const byMonth = await readSums(db, company.id, { projectId, ...ever, by: "month" });
  const weeks = await weeksOf(ctx, projectId, seesMoney);
  const budget = await readBudget(db, company.id, projectId);
  const { minutes: used, states, places, kinds, money } = costOf(byPerson);
  const passed = await readPassed(db, company.id, projectId);
  const stand = { today, endsOn: budget.endsOn };
  return {
    ...{ project: briefOf(project), now: isoOf(ctx.now, company.zone), manager: project.managers[0] ?? null },
    ...{ members: project.memberCount, used, states, places, kinds },
    budget: isSet(budget, seesMoney) ? budgetView(budget, actor.roles) : null,
    percent: budget.minutes === null ? null : Math.round((used * 1000) / budget.minutes) / 10,
    passed: passed === null ? null : { level: passed.level, at: isoOf(passed.at, company.zone) },
    forecast: forecastOf({ ...stand, used, budget: budget.minutes, weeks: weeks.minutes }),
    burn: burnOf(new Map([...costsByKey(byMonth)].map(([month, cost]) => [month, cost.minutes])), today),
    weeks: weeks.ids,
    people: await peopleOf(ctx, weeks, costsByKey(byPerson)),
    ...(seesMoney
      ? { money, moneyForecast: forecastOf({ ...stand, used: money.fen, budget: budget.fen, weeks: weeks.fen }) }
      : {}),
  };
}

function isSet({ minutes, fen, endsOn }: BudgetRecord, seesMoney: boolean): boolean {
  return minutes !== null || endsOn !== null || (seesMoney && fen !== null);
}

function forecastOf(stand: {
  readonly used: number;
  readonly budget: number | null;
  readonly weeks: readonly number[];
  readonly today: WorkDate;
  readonly endsOn: WorkDate | null;
}): ProjectReport["forecast"] {
  const { used, budget, weeks, today, endsOn } = stand;
  if (budget === null) return null;
  const told = forecastBudget({ weeks, remaining: budget - used, today, plannedEnd: endsOn });
  const sum = weeks.reduce((total, week) => total + week, 0);
  return told && { ...told, weekly: Math.floor(sum / Math.max(1, weeks.length)) };
}

function burnOf(months: ReadonlyMap<string, number>, today: WorkDate): ProjectReport["burn"] {
  const points: ProjectReport["burn"] = [];
  const [first] = months.keys();
  let used = 0;
  for (let date = `${first ?? today.slice(0, 7)}-01`; date <= today; ) {
    const { id, last } = periodOf(date, "month");
    used += months.get(id) ?? 0;
    points.push({ date: last < today ? last : today, used });
    date = addDays(last, 1);
  }
  return points;
}
