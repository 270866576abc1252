import { z } from "@hono/zod-openapi";
import { Instant, Minutes, PersonBrief, WorkDate } from "./quantity.ts";

const Cell = z.union([z.string().max(500), z.number(), z.boolean(), z.null()]);

/** A part of a sheet's rows as the browser read them, the first part with the header rows. */
export const ImportPart = z
  .object({
    fileName: z.string().trim().min(1).max(200),
    sheet: z.string().max(100),
    /** Index of this part's first row in the sheet. */
    firstRow: z.int().min(0),
    rows: z.array(z.array(Cell).max(100)).max(2000),
    last: z.boolean(),
  })
  .strict()
  .openapi("ImportPart");

export const ImportView = z
  .object({
    id: z.uuid(),
    fileName: z.string(),
    state: z.enum(["reading", "ready", "done", "dropped"]),
    madeAt: Instant,
    madeBy: PersonBrief,
    finishedAt: Instant.nullable(),
    /** How the columns were understood: our name → the sheet's heading. */
    columns: z.record(z.string(), z.string()),
    rows: z.int(),
    punches: z.int(),
    /** Punches that are known already. */
    known: z.int(),
    people: z.int(),
    from: WorkDate.nullable(),
    to: WorkDate.nullable(),
    problems: z.array(
      z.object({
        row: z.int(),
        code: z.enum(["person-unknown", "person-ambiguous", "date-unreadable", "time-unreadable", "header-missing"]),
        text: z.string(),
      }),
    ),
    problemCount: z.int(),
    /** The first rows as they were understood. */
    sample: z.array(z.object({ row: z.int(), person: PersonBrief, date: WorkDate, minutes: z.array(Minutes) })),
  })
  .openapi("Import");
export const Imports = z.object({ imports: z.array(ImportView) }).openapi("Imports");
