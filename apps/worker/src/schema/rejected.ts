import { z } from "@hono/zod-openapi";
import { Instant } from "./quantity.ts";

export const Rejected = z
  .object({
    rows: z.array(
      z.object({
        id: z.string(),
        source: z.string().openapi({ example: "attendance/listRecord" }),
        reason: z.string().openapi({ description: "the fields that could not be read" }),
        receivedAt: Instant,
        raw: z.string().openapi({ description: "as DingTalk sent it, at most 20,000 characters" }),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("Rejected");

export const RejectedQuery = z.object({ cursor: z.string().max(300).optional() }).strict();
export const RejectedParams = z.object({ id: z.string().regex(/^[0-9a-f]{1,64}$/) });
