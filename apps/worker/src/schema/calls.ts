import { z } from "@hono/zod-openapi";
import { callKinds } from "../connection/call-kind.ts";
import { Instant, WorkDate } from "./quantity.ts";
import { Month } from "./terms.ts";

const Kind = z.enum(callKinds);

const Call = z
  .object({
    id: z.int(),
    at: Instant,
    path: z.string().openapi({ example: "/attendance/listRecord" }),
    kind: Kind,
    people: z.int(),
    outcome: z.string().openapi({ example: "ok" }),
    code: z.string().nullable().openapi({ example: "60020" }),
    cost: z.int(),
    took: z.int().openapi({ description: "milliseconds" }),
    runId: z.string().nullable(),
  })
  .openapi("Call");

export const Calls = z
  .object({ calls: z.array(Call), next: z.string().nullable() })
  .openapi("Calls", { description: "Nothing personal: how many people a call asked about, never who." });

export const CallSearch = z.object({
  path: z.string().max(200).optional().openapi({ example: "/attendance/listRecord" }),
  outcome: z.string().max(40).optional().openapi({ description: "`ok`, a kind of failure, or `failed` for all" }),
  day: WorkDate.optional(),
  run: z.string().max(120).optional(),
  cursor: z.string().max(60).optional(),
  format: z.enum(["json", "csv", "xlsx"]).default("json"),
  lang: z.enum(["zh", "en"]).default("zh"),
});

export const CallSummary = z
  .object({
    month: Month,
    used: z.int(),
    limit: z.int(),
    days: z.array(
      z.object({
        date: WorkDate,
        used: z.int(),
        failed: z.int(),
        kinds: z.array(z.object({ kind: Kind, used: z.int() })),
      }),
    ),
    apis: z.array(z.object({ path: z.string(), kind: Kind, used: z.int(), ok: z.int(), failed: z.int() })),
    elsewhere: z.int().nullable().openapi({ description: "calls of other apps by DingTalk's count, when it refused" }),
  })
  .openapi("CallSummary");
