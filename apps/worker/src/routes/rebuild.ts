import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { startRebuild } from "../operations/start-rebuild.ts";
import { placeOf } from "../page-cursor.ts";
import { LatestRebuild, RebuildInput, RebuiltDays } from "../schema/rebuild.ts";
import { bySession, type Door } from "../signed-in.ts";
import { viewRebuild, viewRebuiltDays } from "../views/rebuild.ts";

const start = createRoute({
  method: "post",
  path: "/api/rebuild",
  summary: "Settle everything anew from the facts, and report or mend what differs",
  ...bySession,
  request: { body: { required: true, ...json(RebuildInput, "only reports unless `write`", { write: false }) } },
  responses: {
    202: json(LatestRebuild, "begun, or the one that runs already"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden"),
  },
});

const read = createRoute({
  method: "get",
  path: "/api/rebuild",
  summary: "How far the latest rebuild has come, and the sums before and after",
  ...bySession,
  responses: { 200: json(LatestRebuild, "null if there was none"), ...refusesSigned("forbidden") },
});

const days = createRoute({
  method: "get",
  path: "/api/rebuild/days",
  summary: "The days that came out differently, with both sides",
  ...bySession,
  request: { query: z.object({ cursor: z.string().max(400).optional() }) },
  responses: {
    200: json(RebuiltDays, "100 at once, 2,000 of a rebuild at most"),
    ...refusesSigned("forbidden", "invalid-input"),
  },
});

export const rebuild = new OpenAPIHono<Door>()
  .openapi(start, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const { write } = c.req.valid("json");
    await startRebuild(ctx, { id: `rebuild-${crypto.randomUUID()}`, writes: write });
    return c.json(await viewRebuild(ctx), 202);
  })
  .openapi(read, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await viewRebuild(c.var.ctx), 200);
  })
  .openapi(days, async (c) => {
    demandRole(c.var.ctx, "hr");
    return c.json(await viewRebuiltDays(c.var.ctx, placeOf(c.req.valid("query").cursor)), 200);
  });
