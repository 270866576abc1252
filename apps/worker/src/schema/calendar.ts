import { z } from "@hono/zod-openapi";
import { DayKind, Instant, PersonBrief, WorkDate } from "./quantity.ts";

export const CalendarYear = z
  .object({
    year: z.int(),
    /** Null when nobody knows the year: its days are not settled. */
    source: z.string().nullable(),
    /** Days that are not what their weekday says. */
    days: z.array(
      z.object({
        date: WorkDate,
        kind: DayKind,
        /** What the source says. */
        published: DayKind.nullable(),
        override: z.object({ reason: z.string(), by: PersonBrief, at: Instant }).nullable(),
      }),
    ),
    editable: z.boolean(),
    /** Days before are closed. */
    openFrom: WorkDate.nullable(),
    history: z.array(
      z.object({
        at: Instant,
        by: PersonBrief,
        date: WorkDate.nullable(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .openapi("CalendarYear");

export const DayOverride = z
  .object({ kind: DayKind.nullable(), reason: z.string().trim().min(1).max(100) })
  .strict()
  .openapi("DayOverride", { description: "A null kind takes the override back." });

export const CalendarFile = z
  .object({
    source: z.string().trim().min(1).max(100),
    days: z.record(WorkDate, DayKind),
    reason: z.string().trim().min(1).max(100),
  })
  .strict()
  .openapi("CalendarFile", { description: "Another region's year: all days that are not what their weekday says." });

const Rules = z.object({
  tolerance: z.object({ minutes: z.int().min(0).max(480), lateDays: z.int().min(0).max(31) }),
  backDays: z.int().min(0).max(92),
  overtimeBackDays: z.int().min(0).max(92),
  period: z.enum(["month", "week"]),
  lieu: z.boolean(),
  onlyApproved: z.boolean(),
  /** Which things people are told by DingTalk beside the app; leave, when nothing is said. */
  notices: z
    .object({ leave: z.boolean(), overtime: z.boolean(), budget: z.boolean() })
    .default({ leave: true, overtime: false, budget: false }),
});

const Privacy = z.object({
  coordinateDays: z.int().min(7).max(365),
  hourMonths: z.int().min(24).max(600),
  basis: z.enum(["notice", "consent"]),
  location: z.enum(["optional", "required"]),
});

export const Policy = z
  .object({
    startsOn: WorkDate.nullable(),
    overtime: z.enum(["approved", "all", "none"]),
    breaks: z.union([
      z.object({ rule: z.literal("shift") }),
      z.object({ rule: z.literal("length"), after: z.int().min(1).max(1440), minutes: z.int().min(1).max(480) }),
    ]),
    longDay: z.int().min(60).max(1440),
    rules: Rules,
    privacy: Privacy,
  })
  .openapi("Policy");

export const Policies = z.object({ policies: z.array(Policy), editable: z.boolean() }).openapi("Policies");
export const PolicyInput = Policy.omit({ startsOn: true })
  .extend({ privacy: Privacy.optional() })
  .strict()
  .openapi("PolicyInput", { description: "Without `privacy` what holds of it on that date stays." });
