import { z } from "@hono/zod-openapi";
import { ProjectBrief } from "./project.ts";
import { Instant, Minutes, PersonBrief, WorkDate } from "./quantity.ts";
import { Month } from "./terms.ts";

const Places = z.object({ onsite: Minutes, mobile: Minutes, trip: Minutes, unknown: Minutes });
const Kinds = z.object({ regular: Minutes, workday: Minutes, rest: Minutes, statutory: Minutes });
const States = z.object({ approved: Minutes, waiting: Minutes, rejected: Minutes });
const Fen = z.int().openapi({ example: 1234500, description: "fen" });

/** Money; the whole object is absent for all but finance. */
export const Money = z
  .object({
    fen: Fen,
    kinds: z.object({ regular: Fen, workday: Fen, rest: Fen, statutory: Fen }),
    /** Mobile is never in the on-site labour cost. */
    places: z.object({ onsite: Fen, mobile: Fen, trip: Fen, unknown: Fen }),
    /** Minutes of people without a rate on their dates: they cost 0 here. */
    withoutRate: Minutes,
  })
  .openapi("Money");

export const Budget = z
  .object({
    version: z.int(),
    minutes: Minutes.nullable(),
    /** Finance only, else absent. */
    fen: Fen.nullable().optional(),
    endsOn: WorkDate.nullable(),
  })
  .openapi("Budget");

export const BudgetInput = z
  .object({
    version: z.int(),
    minutes: z.int().min(1).max(600_000_000).nullable(),
    fen: z.int().min(1).max(1_000_000_000_000).nullable().optional(),
    endsOn: WorkDate.nullable(),
  })
  .strict()
  .openapi("BudgetInput", { description: "`fen` from finance only; left out it stays as it is." });

const Forecast = z.object({
  endsOn: WorkDate.nullable(),
  earliest: WorkDate.nullable(),
  latest: WorkDate.nullable(),
  /** Days before the planned end; negative is after it. */
  daysEarly: z.int().nullable(),
  weekly: Minutes,
});

export const ProjectReport = z
  .object({
    project: ProjectBrief,
    now: Instant,
    manager: PersonBrief.nullable(),
    members: z.int(),
    used: Minutes,
    states: States,
    places: Places,
    kinds: Kinds,
    budget: Budget.nullable(),
    /** Per cent of the hours budget, one decimal; null without one. */
    percent: z.number().nullable(),
    /** The last budget level passed and when. */
    passed: z.object({ level: z.int(), at: Instant }).nullable(),
    /** Null with less than four weeks of data or without a budget. */
    forecast: Forecast.nullable(),
    /** Hours used by the end of each month, oldest first, today last. */
    burn: z.array(z.object({ date: WorkDate, used: Minutes })),
    /** ISO weeks, oldest first, the running one last. */
    weeks: z.array(z.string()),
    people: z.array(
      z.object({
        person: PersonBrief,
        weeks: z.array(Minutes),
        total: Minutes,
        monthOvertime: Minutes,
        forecastOvertime: Minutes,
      }),
    ),
    money: Money.optional(),
    moneyForecast: Forecast.nullable().optional(),
  })
  .openapi("ProjectReport");

export const Costs = z
  .object({
    from: Month,
    to: Month,
    rows: z.array(
      z.object({
        project: ProjectBrief,
        minutes: Minutes,
        kinds: Kinds,
        places: Places,
        states: States,
        money: Money,
        budgetFen: Fen.nullable(),
      }),
    ),
    total: z.object({ minutes: Minutes, money: Money }),
    /** Hourly pay from monthly pay is divided by 21.75 days. */
    payDays: z.number(),
  })
  .openapi("Costs");

export const PersonCosts = z
  .object({
    project: ProjectBrief,
    from: Month,
    to: Month,
    rows: z.array(z.object({ person: PersonBrief, minutes: Minutes, kinds: Kinds, places: Places, money: Money })),
    total: z.object({ minutes: Minutes, money: Money }),
  })
  .openapi("PersonCosts");
