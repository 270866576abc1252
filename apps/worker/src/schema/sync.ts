import { z } from "@hono/zod-openapi";
import { Freshness } from "./day.ts";
import { Instant, WorkDate } from "./quantity.ts";

const SyncRun = z
  .object({
    id: z.string(),
    kind: z.enum([
      ...(["punches", "night", "day", "shared", "close"] as const),
      ...(["directory", "approvals", "project-approvals", "checkins", "reconciliation", "failed-events"] as const),
    ]),
    from: WorkDate.nullable(),
    to: WorkDate.nullable(),
    state: z.enum(["running", "done", "failed", "quota"]),
    askedBy: z.string(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    batches: z.object({ total: z.int(), done: z.int(), failed: z.int() }),
    counts: z.record(z.string(), z.int()).openapi({
      description:
        "people, punches, schedules, leaves, days, calls, rejected; after a refusal for want of calls our `used` and the company's `allowed`",
    }),
    problem: z.string().nullable(),
  })
  .openapi("SyncRun");

export const Sync = z
  .object({
    runs: z.array(SyncRun),
    calls: z.object({ month: z.string(), used: z.int(), limit: z.int() }),
    pending: z.object({ days: z.int(), batches: z.int(), events: z.int() }),
    totals: z.object({ people: z.int(), punches: z.int(), workdays: z.int(), assigned: z.int(), unassigned: z.int() }),
    rejected: z.int(),
    next: z.string().nullable().openapi({ description: "the cursor of the runs before these" }),
  })
  .openapi("Sync", { description: "`assigned` and `unassigned` are minutes of all settled days." });

const SyncBatch = z
  .object({
    n: z.int(),
    state: z.enum(["waiting", "done", "failed"]),
    attempts: z.int(),
    problem: z.string().nullable(),
    people: z.int().nullable(),
  })
  .openapi("SyncBatch");

export const SyncRunDetail = z
  .object({ run: SyncRun, batches: z.array(SyncBatch) })
  .openapi("SyncRunDetail", { description: "At most 200 batches, those that failed first." });

export const SyncInput = z.object({ from: WorkDate, to: WorkDate }).strict().openapi("SyncInput");
export const Accepted = z.object({ runId: z.string() }).openapi("Accepted");
export const SharedPull = z.object({ started: z.boolean(), freshness: Freshness }).openapi("SharedPull");
