import { z } from "@hono/zod-openapi";

const Count = z.int().nonnegative();

export const TargetStates = z
  .object({
    /** Those that tasks were seen in, the most frequent first, then those that a task may be put into. */
    states: z.array(z.object({ id: z.string(), name: z.string(), tasks: Count })),
    /** Why the product did not tell what a task may be put into; null when it did, or there is no task. */
    problem: z.string().nullable(),
    /** How many tasks' states wait, are there, or could not be set. */
    counts: z.object({ due: Count, done: Count, failed: Count }),
    /** The same of reminders in DingTalk. */
    reminders: z.object({ due: Count, done: Count, failed: Count }),
    /** Fifty at most, the latest first. */
    failed: z.array(
      z.object({
        task: z.string(),
        title: z.string(),
        wanted: z.enum(["working", "warning", "paused"]),
        /** `state-missing` when there is no way to it. */
        problem: z.string(),
        field: z.string().nullable(),
      }),
    ),
  })
  .openapi("TargetStates", { description: "Which states tasks have at a product, and how ours stand there." });
