import { z } from "@hono/zod-openapi";
import { ApiScope } from "./api-key.ts";
import { Instant, WorkDate } from "./quantity.ts";

export const Whoami = z
  .object({
    key: z.object({ id: z.string(), name: z.string(), scopes: z.array(ApiScope), expiresAt: Instant.nullable() }),
    company: z.object({ zone: z.string(), today: WorkDate }),
  })
  .openapi("Whoami", { description: "What a key is and may do, and the day it is for the company." });
