import { z } from "@hono/zod-openapi";

const Key = z.string().min(1).max(2000);

export const RetryInput = z
  .union([z.strictObject({ keys: z.array(Key).min(1).max(500) }), z.strictObject({ all: z.literal(true) })])
  .openapi("WorklogRetry", {
    description: "Which worklogs go again: these, or all that were set aside, states of tasks and reminders with them.",
  });

export const WorklogCount = z
  .object({ worklogs: z.int().nonnegative() })
  .openapi("WorklogCount", { description: "How many worklogs it is about." });
