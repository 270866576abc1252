import { z } from "@hono/zod-openapi";
import { ProjectBrief } from "./project.ts";
import { Id, Instant, Minutes, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

export const PeriodId = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2]|W(0[1-9]|[1-4]\d|5[0-3]))$/)
  .openapi({ example: "2026-09" });
const State = z.enum(["open", "open-for-approvers", "closed"]);
const CheckKind = z.enum([
  "not-settled",
  "missing-punch",
  "unassigned",
  "overtime-waiting",
  "request-waiting",
  "allocation-waiting",
  "allocation-rejected",
  "differs",
  "worklog-undelivered",
  "grace-running",
]);

export const Period = z
  .object({
    id: PeriodId,
    first: WorkDate,
    last: WorkDate,
    state: State,
    version: z.int(),
    /** How often it has been closed. */
    closing: z.int(),
    changedAt: Instant.nullable(),
    changedBy: PersonBrief.nullable(),
    reopening: z.object({ by: PersonBrief, at: Instant, reason: z.string() }).nullable(),
  })
  .openapi("Period");

export const Periods = z.object({ now: Instant, periods: z.array(Period) }).openapi("Periods", {
  description: "Newest first: the last 13 and all others that were ever moved.",
});

export const Figures = z
  .object({
    people: z.int(),
    planned: Minutes,
    attended: Minutes,
    overtimeApproved: Minutes,
    counted: Minutes,
    leave: Minutes,
    unassigned: Minutes,
    approved: Minutes,
    rejected: Minutes,
    /** With the unassigned: approved + rejected + waiting = counted. */
    waiting: Minutes,
    overtime: z.object({ workday: Minutes, rest: Minutes, statutory: Minutes }),
  })
  .openapi("PeriodFigures");

const CheckItem = z.object({
  person: PersonBrief.nullable(),
  date: WorkDate.nullable(),
  project: ProjectId.nullable(),
  minutes: Minutes.nullable(),
  /** What is missing: a warning's name, a request's kind, a reason. */
  what: z.string().nullable(),
  requestId: z.uuid().nullable(),
  allocation: z.object({ key: z.string(), minutes: Minutes }).nullable(),
  /** The clock-out that is offered, minutes of the line. */
  proposal: z.object({ start: Minutes, end: Minutes }).nullable(),
});

export const PeriodDetail = z
  .object({
    now: Instant,
    period: Period,
    figures: Figures,
    checks: z.array(z.object({ kind: CheckKind, count: z.int(), items: z.array(CheckItem) })),
    /** May it be closed today: its last day is over. */
    closable: z.boolean(),
    graces: z.array(z.object({ person: PersonBrief, until: WorkDate, reason: z.string() })),
    closings: z.array(
      z.object({
        closing: z.int(),
        at: Instant,
        by: PersonBrief,
        figures: Figures,
        leftOpen: z.record(z.string(), z.int()),
        reason: z.string().nullable(),
      }),
    ),
    projects: z.array(ProjectBrief),
  })
  .openapi("PeriodDetail", { description: "Up to 50 items a check." });

export const PeriodMove = z
  .object({
    version: z.int(),
    state: State,
    reason: z.string().trim().min(1).max(100).optional(),
    /** Close although something is open; wants a reason, and what was open is kept. */
    leaveOpen: z.boolean().default(false),
  })
  .strict()
  .openapi("PeriodMove");

export const ReopeningInput = z
  .object({ reason: z.string().trim().min(1).max(100) })
  .strict()
  .openapi("ReopeningInput", { description: "The first asks; another person's asking opens it for approvers." });

export const GraceInput = z
  .object({ until: WorkDate, reason: z.string().trim().min(1).max(100) })
  .strict()
  .openapi("GraceInput");

export const AdjustmentView = z
  .object({
    person: PersonBrief,
    /** The closed day it is about, and the open day on which it is booked. */
    date: WorkDate,
    bookedOn: WorkDate,
    bookedIn: PeriodId,
    at: Instant,
    counted: z.int(),
    attended: z.int(),
    overtimeApproved: z.int(),
    unassigned: z.int(),
    parts: z.array(
      z.object({
        project: ProjectId.nullable(),
        task: z.string().nullable(),
        place: z.string().nullable(),
        overtime: z.string().nullable(),
        minutes: z.int(),
      }),
    ),
  })
  .openapi("Adjustment", { description: "Signed minutes." });

export const PeriodSheet = z
  .object({
    period: Period,
    /** From the kept summary when it is closed, else as it stands now. */
    kept: z.boolean(),
    rows: z.array(Figures.omit({ people: true }).extend({ person: PersonBrief, days: z.int() })),
    /** Booked in this period, about days of closed ones; and about this period, booked in later ones. */
    adjustments: z.array(AdjustmentView),
    projects: z.array(ProjectBrief),
  })
  .openapi("PeriodSheet");

export const GracePath = z.object({ id: PeriodId, personId: Id });
