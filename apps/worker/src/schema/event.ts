import { z } from "@hono/zod-openapi";

/** An event as the host read it from its connection; what else it has depends on its type. */
export const StreamEvent = z
  .looseObject({
    type: z.string().min(1).max(64),
    id: z.string().min(1).max(256),
    corpId: z.string().nullable(),
    bornAt: z.number().nullable(),
  })
  .openapi("StreamEvent");

export const StreamStateInput = z
  .object({ state: z.enum(["connected", "waiting", "refused"]), problem: z.string().max(64).nullable() })
  .strict()
  .openapi("StreamStateInput");
