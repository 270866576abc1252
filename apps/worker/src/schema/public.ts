import { z } from "@hono/zod-openapi";
import { ApiScope } from "./api-key.ts";
import { PeriodId } from "./period.ts";
import { ApprovalState, ClockTime, Id, Instant, Minutes, Overtime, ProjectId, WorkDate } from "./quantity.ts";

const Limit = z.coerce.number().int().min(1).max(200).default(100);
const Cursor = z.string().max(1000).optional();
const Place = z.enum(["onsite", "mobile", "trip", "unknown"]);
const Basis = z.enum(["split", "pick", "site", "default"]);

/** `?limit=&cursor=` of every list. */
export const pageQuery = {
  limit: Limit.openapi({ description: "一页最多几行 · rows a page", example: 100 }),
  cursor: Cursor.openapi({ description: "上一页的 next · `next` of the page before" }),
};

/** `?from=&to=` of a list over dates: both included, 62 days at most. */
export const rangeQuery = {
  from: WorkDate.openapi({ description: "起，含当天 · first date", example: "2026-09-01" }),
  to: WorkDate.openapi({ description: "止，含当天，最多 62 天 · last date, 62 days at most", example: "2026-09-30" }),
};

export const changedSince = z
  .string()
  .refine((text) => /^\d{4}-\d{2}-\d{2}T.*(Z|[+-]\d{2}:\d{2})$/.test(text) && !Number.isNaN(Date.parse(text)))
  .optional()
  .openapi({
    description: "只要这之后重新算过的日子 · only days that changed at that instant or later",
    example: "2026-09-17T03:00:00+08:00",
    format: "date-time",
  });

/** The header of every write. */
export const onceHeaders = z.object({
  "idempotency-key": z.string().openapi({
    description:
      "你生成的唯一值，重试时不变；24 小时内同一个值只写一次 · made by you, the same for a retry; written once within 24 h",
    example: "8e03978e-40d5-43dd-bc93-6894a57f9324",
  }),
});

/** The same where it may be left out. */
export const onceHeadersIfAsked = onceHeaders.partial();

function listOf<Item extends z.ZodType>(item: Item, name: string) {
  return z.object({ items: z.array(item), next: z.string().nullable() }).openapi(name);
}

export const Whoami = z
  .object({
    key: z.object({ id: z.string(), name: z.string(), scopes: z.array(ApiScope), expiresAt: Instant.nullable() }),
    company: z.object({ zone: z.string(), today: WorkDate }),
  })
  .openapi("Whoami", { description: "What a key is and may do, and the day it is for the company." });

export const PublicProject = z
  .object({
    id: ProjectId,
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    mark: z.string(),
    startsOn: WorkDate.nullable(),
    closedOn: WorkDate.nullable(),
  })
  .openapi("PublicProject");
export const PublicProjects = listOf(PublicProject, "PublicProjects");

export const PublicProjectInput = z
  .object({
    code: z.string().trim().min(1).max(32),
    name: z.string().trim().min(1).max(120),
    shortName: z.string().trim().min(1).max(8),
    mark: z.string().trim().min(1).max(2),
    startsOn: WorkDate.nullish(),
    closedOn: WorkDate.nullish(),
    managers: z.array(Id).max(20).default([]),
  })
  .strict()
  .openapi("PublicProjectInput", { description: "`mark`: one Chinese character or two letters." });

export const PublicPeople = listOf(z.object({ id: Id, name: z.string(), active: z.boolean() }), "PublicPeople");

export const PublicWorkdays = listOf(
  z.object({
    personId: Id,
    date: WorkDate,
    status: z.enum(["off", "on-leave", "absent", "warning", "normal"]),
    over: z.boolean(),
    planned: Minutes,
    attended: Minutes,
    overtimeApproved: Minutes,
    counted: Minutes,
    leave: Minutes,
    unassigned: Minutes,
    settledAt: Instant,
  }),
  "PublicWorkdays",
);

export const PublicAllocations = listOf(
  z.object({
    projectId: ProjectId,
    date: WorkDate,
    personId: Id,
    taskId: z.string().nullable(),
    minutes: Minutes,
    basis: Basis,
    place: Place,
    overtime: Overtime.nullable(),
    state: ApprovalState,
    settledAt: Instant,
  }),
  "PublicAllocations",
);

export const PublicAdjustments = listOf(
  z.object({
    personId: Id,
    date: WorkDate,
    n: z.int(),
    bookedOn: WorkDate,
    at: Instant,
    counted: Minutes,
    attended: Minutes,
    overtimeApproved: Minutes,
    leave: Minutes,
    unassigned: Minutes,
    parts: z.array(
      z.object({
        projectId: ProjectId.nullable(),
        taskId: z.string().nullable(),
        overtime: Overtime.nullable(),
        minutes: Minutes,
      }),
    ),
  }),
  "PublicAdjustments",
);

export const PublicPeriods = z
  .object({
    items: z.array(
      z.object({
        id: PeriodId,
        first: WorkDate,
        last: WorkDate,
        state: z.enum(["open", "open-for-approvers", "closed"]),
        changedAt: Instant.nullable(),
      }),
    ),
  })
  .openapi("PublicPeriods");

export const WorklogState = z.enum(["held", "due", "sending", "unknown", "failed", "done"]);

export const PublicWorklogs = listOf(
  z.object({
    id: z.string(),
    target: z.object({ id: Id, name: z.string(), kind: z.string() }),
    personId: Id,
    date: WorkDate,
    projectId: ProjectId,
    taskId: z.string().nullable(),
    remoteProject: z.string().nullable(),
    remoteTask: z.string().nullable(),
    minutes: Minutes,
    waiting: Minutes,
    held: z.string().nullable(),
    sentMinutes: Minutes,
    state: WorklogState,
    problem: z.string().nullable(),
    sentAt: Instant.nullable(),
    changedAt: Instant,
  }),
  "PublicWorklogs",
);

export const PublicPickInput = z
  .object({
    personId: Id,
    date: WorkDate,
    projectId: ProjectId,
    taskId: z.string().min(1).max(64).nullish(),
    from: ClockTime.nullish(),
    reason: z.string().trim().min(1).max(100),
  })
  .strict()
  .openapi("PublicPickInput", { description: "`from`: from a time of the day on; without it the whole day." });

export const PublicPick = z
  .object({
    id: Id,
    personId: Id,
    date: WorkDate,
    projectId: ProjectId,
    taskId: z.string().nullable(),
    from: ClockTime.nullable(),
    madeAt: Instant,
  })
  .openapi("PublicPick");
