import { z } from "@hono/zod-openapi";
import { Id, Instant, Minutes, WorkDate } from "./quantity.ts";

const Sums = z.record(z.string(), Minutes).openapi({ description: "planned, attended, counted, unassigned, …" });

const Rebuild = z
  .object({
    id: z.string(),
    write: z.boolean(),
    state: z.enum(["running", "done"]),
    askedBy: z.string(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
    expected: z.int().openapi({ description: "about how many days there are" }),
    days: z.object({
      compared: z.int(),
      different: z.int(),
      closed: z
        .int()
        .openapi({ description: "of those that differ, the ones in closed periods; they stay as they are" }),
      running: z.int(),
      waiting: z.int(),
      unknown: z.int().openapi({ description: "of years whose holidays are not known" }),
    }),
    before: Sums,
    after: Sums,
  })
  .openapi("Rebuild");

export const LatestRebuild = z.object({ rebuild: Rebuild.nullable() }).openapi("LatestRebuild");

export const RebuildInput = z
  .object({ write: z.boolean().openapi({ description: "settle what differs anew, instead of only reporting it" }) })
  .strict()
  .openapi("RebuildInput");

const RebuiltFigures = z
  .object({
    ...{ planned: Minutes, attended: Minutes, overtimeAttended: Minutes, overtimeApproved: Minutes },
    ...{ counted: Minutes, leave: Minutes, unassigned: Minutes },
    status: z.string(),
    projects: z.record(z.string(), Minutes),
  })
  .openapi("RebuiltFigures");

export const RebuiltDays = z
  .object({
    days: z.array(
      z.object({
        personId: Id,
        date: WorkDate,
        closed: z.boolean(),
        fields: z.array(z.string()),
        before: RebuiltFigures.nullable(),
        after: RebuiltFigures,
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("RebuiltDays");
