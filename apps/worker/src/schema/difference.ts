import { z } from "@hono/zod-openapi";
import { Id, Instant, PersonBrief, WorkDate } from "./quantity.ts";

const Figure = z.enum(["presence", "work", "late", "early", "absent", "leave"]);
const State = z.enum(["open", "mended", "accepted"]);

const PunchFact = z.object({
  at: Instant,
  type: z.enum(["on", "off"]).nullable(),
  valid: z.boolean(),
  source: z.string().nullable(),
});

const Difference = z
  .object({
    person: PersonBrief,
    date: WorkDate,
    figure: Figure.openapi({ description: "minutes; presence and absence are 1 or 0" }),
    ours: z.int(),
    theirs: z.number(),
    facts: z.object({
      ours: z.object({
        attended: z.int(),
        planned: z.int(),
        leave: z.int(),
        warnings: z.array(z.string()),
        shift: z.string().nullable(),
        punches: z.array(PunchFact),
      }),
      theirs: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .openapi({ description: "the report's columns by name; lengths in minutes" }),
    }),
    state: State.openapi({ description: "`mended` is gone by itself" }),
    foundAt: Instant,
    changedAt: Instant,
    reason: z.string().nullable(),
  })
  .openapi("Difference", { description: "Where our day and DingTalk's own report of it do not agree." });

export const Differences = z
  .object({
    /** How the comparison stands. */
    people: z.int(),
    reconciled: z.int().openapi({ description: "people compared within the last seven days" }),
    open: z.int(),
    lastAt: Instant.nullable(),
    differences: z.array(Difference),
    next: z.string().nullable(),
  })
  .openapi("Differences");

export const DifferenceQuery = z.object({
  state: State.default("open"),
  from: WorkDate,
  to: WorkDate,
  cursor: z.string().max(200).optional(),
});

export const DifferenceAnswer = z
  .object({
    personId: Id,
    date: WorkDate,
    figure: Figure,
    reason: z.string().trim().min(1).max(200).nullable().openapi({ description: "null opens it again" }),
  })
  .strict()
  .openapi("DifferenceAnswer");

export const ReconciliationInput = z.object({ from: WorkDate, to: WorkDate }).strict().openapi("ReconciliationInput");
