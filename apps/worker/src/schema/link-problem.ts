import { z } from "@hono/zod-openapi";
import { Instant } from "./quantity.ts";

export const LinkProblems = z
  .object({
    problems: z.array(
      z.object({
        code: z.string().openapi({ example: "ip-refused", description: "a kind of failure, or `database-timeout`" }),
        path: z.string(),
        since: Instant,
        lastAt: Instant,
        times: z.int(),
        detail: z.object({
          code: z.string().openapi({ description: "DingTalk's own" }),
          missingScopes: z.array(z.string()),
          refusedAddress: z.string().nullable(),
        }),
      }),
    ),
    pauses: z.array(
      z.object({
        api: z.string().openapi({ description: "`*` is all, `counted` those that use up the month's calls" }),
        cause: z.string(),
        since: Instant,
        until: Instant,
        strikes: z.int(),
      }),
    ),
  })
  .openapi("LinkProblems");
