import { z } from "@hono/zod-openapi";
import { Id, Instant, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

const Words = z.object({ zh: z.string(), en: z.string() });
const Of = z.enum(["worklog", "task"]);
const Reach = z.enum(["unsent", "all"]);
const Version = z.int().min(0).openapi({ example: 3 });

const MappingRule = z
  .object({
    of: Of,
    to: z.string().min(1).max(64).openapi({ example: "note" }),
    from: z.string().max(2000).openapi({ example: "{project.code} {place}" }),
    table: z
      .object({
        rows: z
          .record(z.string().max(200), z.string().max(500))
          .refine((rows) => Object.keys(rows).length <= 300, "Too many rows"),
        otherwise: z.string().max(500),
      })
      .nullable(),
    optional: z.boolean(),
  })
  .strict()
  .openapi("MappingRule", { description: "How a field of theirs is filled from sources of ours." });

const Rules = z.array(MappingRule).max(40);

const TargetField = z
  .object({
    of: Of,
    name: z.string(),
    label: Words,
    kind: z.enum(["text", "date", "choice", "number"]),
    required: z.boolean(),
    limit: z.object({ most: z.int(), unit: z.enum(["characters", "bytes", "units"]) }).nullable(),
    offers: z.string().optional(),
  })
  .openapi("TargetField");

const MappingFlaw = z
  .object({ of: Of, field: z.string(), problem: z.string().openapi({ example: "too-long" }) })
  .openapi("MappingFlaw", { description: "What does not fit into a field of theirs." });

export const Mapping = z
  .object({
    version: Version,
    rules: Rules,
    madeAt: Instant.nullable(),
    fields: z.array(TargetField),
    sources: z.object({ worklog: z.array(z.string()), task: z.array(z.string()) }),
    /** What of the rules no longer fits the product. */
    flaws: z.array(MappingFlaw),
  })
  .openapi("Mapping", { description: "How the fields at a target are filled; version 0 is the usual way." });

export const MappingInput = z
  .object({ version: Version, rules: Rules, reach: Reach.default("unsent") })
  .strict()
  .openapi("MappingInput");

export const MappingVersions = z
  .object({
    versions: z.array(
      z.object({
        version: Version,
        rules: Rules,
        reach: Reach,
        ofVersion: Version.nullable(),
        madeAt: Instant,
        madeBy: PersonBrief.nullable(),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("MappingVersions");

export const MappingRollbackInput = z
  .object({ version: Version, to: Version, reach: Reach.default("unsent") })
  .strict()
  .openapi("MappingRollbackInput", { description: "An earlier version holds again, 0 for the usual one." });

export const MappingPreviewInput = z
  .object({ rules: Rules, personId: Id.optional(), projectId: ProjectId.optional(), date: WorkDate.optional() })
  .strict()
  .openapi("MappingPreviewInput");

const Filled = z.object({
  values: z.record(z.string(), z.string()),
  flaws: z.array(MappingFlaw),
  /** What optional rules cut or left out. */
  eased: z.array(MappingFlaw),
  record: z.record(z.string(), z.string()),
});

export const MappingPreview = z
  .object({
    flaws: z.array(MappingFlaw),
    worklog: Filled.extend({ person: PersonBrief, projectId: ProjectId, date: WorkDate }).nullable(),
    task: Filled.extend({ projectId: ProjectId }).nullable(),
  })
  .openapi("MappingPreview", { description: "What would arrive of a real record." });
