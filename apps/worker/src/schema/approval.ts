import { z } from "@hono/zod-openapi";
import { PunchView, Workday } from "./day.ts";
import { ProjectBrief } from "./project.ts";
import { Id, Instant, Minutes, Overtime, PersonBrief, ProjectId, ReviewReason, WorkDate } from "./quantity.ts";
import { RequestView } from "./request.ts";

/** An allocation as it was seen; with other minutes it is another one. */
const AllocationRef = z
  .object({
    type: z.literal("allocation"),
    personId: Id,
    date: WorkDate,
    projectId: ProjectId,
    key: z.string().max(200),
    minutes: Minutes,
  })
  .strict()
  .openapi("AllocationRef");

const RequestRef = z
  .object({ type: z.literal("request"), id: z.uuid() })
  .strict()
  .openapi("RequestRef");
export const ApprovalRef = z.discriminatedUnion("type", [AllocationRef, RequestRef]);

/** Kinds of like things, in the order of the screen. */
export const GroupKind = z.enum([
  "clock-out",
  "clock-in",
  "overtime",
  "pick",
  "split",
  "note",
  "off-site",
  "changed-late",
  "off-plan",
  "odd-day",
  "other",
]);

const Item = z.object({
  ref: ApprovalRef,
  person: PersonBrief,
  date: WorkDate,
  project: ProjectId.nullable(),
  /** Counted minutes it is about; for a request what accepting adds. */
  minutes: z.int(),
  overtime: Overtime.nullable(),
  reasons: z.array(ReviewReason),
  /** What the person said, if anything. */
  said: z.string().nullable(),
  /** Minute of the day's line, for punches and overtime. */
  at: Minutes.nullable(),
  until: Minutes.nullable(),
  /** Approved overtime of the month if this is accepted; null where it changes none. */
  monthOvertime: Minutes.nullable(),
  since: Instant,
});

export const Approvals = z
  .object({
    now: Instant,
    /** How many need the reader. */
    count: z.int(),
    /** Allocations of the last 31 days that passed by themselves. */
    passed: z.int(),
    groups: z.array(z.object({ kind: GroupKind, items: z.array(Item) })),
    /** How many more than are listed (200 at most). */
    more: z.int(),
    /** The reader's own, and who handles them; null is HR. */
    own: z.object({ count: z.int(), to: PersonBrief.nullable() }),
    projects: z.array(ProjectBrief),
  })
  .openapi("Approvals");

export const ApprovalCount = z.object({ count: z.int() }).openapi("ApprovalCount");

export const DecisionInput = z
  .object({
    id: z.uuid(),
    verdict: z.enum(["approve", "return"]),
    reason: z.string().trim().min(1).max(100).optional(),
    items: z.array(ApprovalRef).min(1).max(200),
  })
  .strict()
  .openapi("DecisionInput", { description: "`return` wants a reason. A repeat of the id answers the same." });

export const DecisionResult = z
  .object({
    id: z.uuid(),
    done: z.array(ApprovalRef),
    /** Changed, answered or gone meanwhile, or the reader's own: nothing was done to them. */
    skipped: z.array(z.object({ ref: ApprovalRef, why: z.enum(["changed", "not-yours", "period-closed"]) })),
    minutes: z.int(),
  })
  .openapi("DecisionResult");

export const Evidence = z
  .object({
    now: Instant,
    workday: Workday,
    punches: z.array(PunchView),
    requests: z.array(RequestView),
    projects: z.array(ProjectBrief),
  })
  .openapi("Evidence");
