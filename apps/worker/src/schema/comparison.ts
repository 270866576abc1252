import { z } from "@hono/zod-openapi";
import { Id, Instant, Minutes, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";
import { TargetRun } from "./remote.ts";

const Month = z
  .string()
  .regex(/^20\d{2}-(0[1-9]|1[0-2])$/)
  .openapi({ example: "2026-09" });

const Match = z
  .enum(["same", "differs", "missing", "double", "extra", "unread"])
  .openapi({ description: "`extra` is not wanted any more; `unread` was not read back since it was sent" });

const ComparedWorklog = z
  .object({
    key: z.string(),
    person: PersonBrief,
    date: WorkDate,
    project: z.object({ id: ProjectId, name: z.string() }),
    remoteProject: z.string().nullable(),
    remoteTask: z.string().nullable(),
    ours: Minutes,
    theirs: Minutes.nullable().openapi({ description: "of records that stand where they should" }),
    records: z.int().nullable().openapi({ description: "that carry the worklog's marker, wherever they stand" }),
    match: Match,
    state: z.enum(["held", "due", "sending", "unknown", "failed", "done"]),
    waiting: Minutes,
    held: z.string().nullable(),
    problem: z.string().nullable(),
    field: z.string().nullable(),
    mendable: z.boolean(),
  })
  .openapi("ComparedWorklog");

const Sum = z.object({
  ours: Minutes,
  theirs: Minutes,
  unread: Minutes.openapi({ description: "minutes not read back since they were sent" }),
  differing: z.int(),
});

const Why = z.object({
  state: z.enum(["held", "due", "sending", "unknown", "failed"]),
  why: z.string().nullable(),
  count: z.int(),
  minutes: Minutes,
});

export const Comparison = z
  .object({
    target: z.object({ id: Id, kind: z.string(), name: z.string(), state: z.enum(["paused", "on"]) }),
    month: z.string(),
    readAt: Instant.nullable(),
    foreign: z
      .object({ count: z.int(), minutes: Minutes })
      .nullable()
      .openapi({ description: "what others booked where our hours go" }),
    matches: z.record(z.string(), z.int()),
    projects: z.array(Sum.extend({ project: z.object({ id: ProjectId, name: z.string() }) })),
    people: z.array(Sum.extend({ person: PersonBrief })),
    waiting: z.array(Why),
    run: TargetRun.nullable().openapi({ description: "the last comparison or mending of this target" }),
    worklogs: z.array(ComparedWorklog).openapi({ description: "50, those that do not agree first" }),
    next: z.string().nullable(),
  })
  .openapi("Comparison", { description: "A month of ours beside what is there." });

export const Comparisons = z
  .object({
    targets: z.array(
      z.object({
        ...{ id: Id, kind: z.string(), name: z.string(), state: z.enum(["paused", "on"]) },
        month: Month.nullable().openapi({ description: "which was read back last; null when none ever was" }),
        readAt: Instant.nullable(),
      }),
    ),
  })
  .openapi("Comparisons", { description: "Connected products whose hours can be compared." });

export const ComparisonQuery = z.object({ month: Month, cursor: z.string().max(2000).optional() });

export const ComparisonInput = z.object({ month: Month }).strict().openapi("ComparisonInput");

const Keys = z.array(z.string().min(1).max(2000)).min(1).max(500);

export const MendInput = z
  .union([z.object({ month: Month, keys: Keys }).strict(), z.object({ month: Month, all: z.literal(true) }).strict()])
  .openapi("MendInput", { description: "Worklogs by their keys, or all that do not agree or have failed." });
