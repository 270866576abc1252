import { z } from "@hono/zod-openapi";
import { holds } from "@today/core/worklog-plan";
import { Id, Instant, Minutes, ProjectId, WorkDate } from "./quantity.ts";
import { Month } from "./terms.ts";

const WorklogState = z.enum(["held", "due", "sending", "unknown", "failed", "done"]).openapi("WorklogState", {
  description:
    "`unknown`: it may be there or not and is looked for; `failed`: set aside until somebody tries it again.",
});
const Held = z.enum(holds);
const Named = z.object({ id: z.string(), name: z.string().nullable() });

const Worklog = z
  .object({
    key: z.string(),
    date: WorkDate,
    person: z.object({ id: Id, name: z.string().nullable() }),
    project: z.object({ id: ProjectId, name: z.string().nullable() }),
    taskId: z.string().nullable(),
    /** Who the person is there; null where hours stand in nobody's name. */
    remotePerson: z.string().nullable(),
    remoteProject: Named,
    remoteTask: Named.nullable(),
    note: z.string().openapi({ example: "管廊二期B标 · 现场" }),
    /** To be there, rounded; 0: nothing. */
    minutes: Minutes,
    /** Counted minutes that may not leave yet, and why in `held`. */
    waiting: Minutes,
    held: Held.nullable(),
    state: WorklogState,
    /** There as far as is known. */
    sentMinutes: Minutes,
    problem: z.string().nullable(),
    field: z.string().nullable(),
    attempts: z.int(),
    /** When one that is due leaves. */
    nextAt: Instant.nullable(),
    sentAt: Instant.nullable(),
  })
  .openapi("Worklog", { description: "One person's minutes of a date on one task there." });

export const Worklogs = z
  .object({
    worklogs: z.array(Worklog),
    totals: z.array(
      z.object({
        state: WorklogState,
        held: Held.nullable(),
        count: z.int(),
        minutes: Minutes,
        waiting: Minutes,
        sentMinutes: Minutes,
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("Worklogs", { description: "`totals` are of all in the range, whatever the state." });

export const WorklogQuery = z
  .object({
    state: WorklogState.optional(),
    date: WorkDate.optional(),
    month: Month.optional(),
    cursor: z.string().max(1000).optional(),
  })
  .strict();
