import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { countDirtyDays } from "@today/db/dirty-day";
import { countWaitingEvents } from "@today/db/event";
import { countWaitingBatches } from "@today/db/sync-run";
import { json, refuses } from "../answer.ts";
import { todayOf } from "../author.ts";
import type { Door } from "../signed-in.ts";

const Health = z
  .object({ ok: z.literal(true), pending: z.int().openapi({ example: 0 }) })
  .openapi("Health", { description: "`pending`: days to be settled, batches to be pulled, events to be taken." });

const read = createRoute({
  method: "get",
  path: "/api/health",
  summary: "Whether the server answers, and how much work waits",
  responses: { 200: json(Health, "alive"), ...refuses() },
});

export const health = new OpenAPIHono<Door>().openapi(read, async (c) => {
  const { db, company } = c.var.outside;
  const counts = await Promise.all([
    countDirtyDays(db, company.id, todayOf(c.var.outside)),
    countWaitingBatches(db, company.id),
    countWaitingEvents(db, company.id),
  ]);
  return c.json({ ok: true as const, pending: counts.reduce((sum, one) => sum + one, 0) }, 200);
});
