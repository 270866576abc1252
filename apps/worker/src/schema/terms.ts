import { z } from "@hono/zod-openapi";
import { Id, Instant, Minutes, PersonBrief, WorkDate } from "./quantity.ts";

export const Terms = z
  .object({
    startsOn: WorkDate.nullable(),
    system: z.enum(["standard", "comprehensive", "irregular"]),
    cycle: z.enum(["week", "month", "quarter", "year"]).nullable(),
    dailyMinutes: Minutes,
  })
  .openapi("Terms", { description: "`startsOn` null: what holds until somebody says otherwise." });

export const TermsInput = Terms.omit({ startsOn: true }).strict().openapi("TermsInput");

export const PersonTerms = z
  .object({ person: PersonBrief, department: z.string().nullable(), active: z.boolean(), terms: z.array(Terms) })
  .openapi("PersonTerms");

export const TermsPage = z.object({ people: z.array(PersonTerms), next: z.string().nullable() }).openapi("TermsPage");

export const Rate = z.object({ startsOn: WorkDate, fenPerHour: z.int().min(0) }).openapi("Rate");

/** Either fen per hour, or a month's pay in fen, divided by 21.75 days and the person's daily hours. */
export const RateInput = z
  .union([
    z.object({ fenPerHour: z.int().min(0).max(10_000_000) }).strict(),
    z.object({ fenPerMonth: z.int().min(0).max(1_000_000_000) }).strict(),
  ])
  .openapi("RateInput");

export const PersonRates = z
  .object({ person: PersonBrief, rates: z.array(Rate), dailyMinutes: Minutes })
  .openapi("PersonRates");
export const RatesPage = z.object({ people: z.array(PersonRates), next: z.string().nullable() }).openapi("RatesPage");

export const Month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .openapi({ example: "2026-09" });

const Kinds = z.object({ workday: Minutes, rest: Minutes, statutory: Minutes });

export const OvertimeMonth = z
  .object({
    person: PersonBrief,
    month: Month,
    system: z.enum(["standard", "comprehensive", "irregular"]),
    /** Approved overtime of the month so far; rest-day work given time off in lieu is apart. */
    minutes: Minutes,
    kinds: Kinds,
    lieu: Minutes,
    waiting: Minutes,
    approvedAhead: Minutes,
    forecast: Minutes,
    limit: Minutes,
    /** 1440, 1800 or 2160 once reached. */
    level: Minutes.nullable(),
    forecastLevel: Minutes.nullable(),
    /** A month's standard hours, 20.67 days. */
    standardMinutes: Minutes,
    /** Comprehensive hours: how the cycle stands. */
    cycle: z
      .object({ first: WorkDate, last: WorkDate, attended: Minutes, planned: Minutes, beyond: Minutes })
      .nullable(),
  })
  .openapi("OvertimeMonth");

export const OvertimePeople = z
  .object({ month: Month, people: z.array(OvertimeMonth), more: z.int() })
  .openapi("OvertimePeople", { description: "Those nearest the limit first." });

export const Alert = z
  .object({
    kind: z.enum(["overtime", "budget-hours", "budget-money", "calendar"]),
    subjectId: Id,
    /** The person's or project's name, or the year. */
    name: z.string(),
    level: z.int(),
    raisedAt: Instant,
  })
  .openapi("Alert", { description: "Overtime: minutes; budget: per cent; calendar: the missing year." });
export const Notice = z
  .object({
    id: z.string(),
    kind: z.enum(["leave", "leave-changed", "leave-withdrawn"]),
    person: z.object({ id: Id, name: z.string() }),
    project: z.object({ id: Id, name: z.string() }),
    from: Instant,
    to: Instant,
    /** Planned minutes that it takes; null while the shifts are not known. */
    minutes: Minutes.nullable(),
    at: Instant,
  })
  .openapi("Notice", { description: "Somebody's leave takes hours from a project that I manage." });

export const Alerts = z
  .object({
    alerts: z.array(Alert),
    /** Of the last two weeks, newest first. */
    notices: z.array(Notice),
  })
  .openapi("Alerts");
