import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { addDays } from "@today/core/time/date";
import { readLastRuns } from "@today/db/today";
import { json, refusesSigned } from "../answer.ts";
import { demandRole, todayOf } from "../author.ts";
import { Refusal } from "../error.ts";
import { startRun } from "../operations/start-run.ts";
import { demandRange } from "../range.ts";
import { Accepted, SharedPull, Sync, SyncInput } from "../schema/sync.ts";
import { bySession, type Door } from "../signed-in.ts";
import { freshnessOf } from "../views/freshness.ts";
import { readSync } from "../views/sync.ts";

const farthestDays = 180;

const read = createRoute({
  method: "get",
  path: "/api/sync",
  summary: "Pulls, calls used and what waits",
  ...bySession,
  responses: { 200: json(Sync, "the latest 20 pulls"), ...refusesSigned("forbidden") },
});

const punches = createRoute({
  method: "post",
  path: "/api/sync/punches",
  summary: "Pull everybody's punches of a range now",
  ...bySession,
  request: {
    body: { required: true, ...json(SyncInput, "at most 62 days", { from: "2026-09-14", to: "2026-09-17" }) },
  },
  responses: {
    202: json(Accepted, "begun"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden"] as const),
      ...(["range-reversed", "range-too-long", "date-out-of-range", "quota-exhausted"] as const),
    ),
  },
});

const directory = createRoute({
  method: "post",
  path: "/api/sync/directory",
  summary: "Read people and departments now",
  ...bySession,
  responses: {
    202: json(Accepted, "begun, now or in this half hour"),
    ...refusesSigned("forbidden", "quota-exhausted"),
  },
});

const shared = createRoute({
  method: "post",
  path: "/api/sync/shared",
  summary: "Pull today's punches of me and of those whose are stalest",
  ...bySession,
  responses: { 200: json(SharedPull, "`started` is false when one began within the last minute"), ...refusesSigned() },
});

export const sync = new OpenAPIHono<Door>()
  .openapi(read, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await readSync(c.var.ctx), 200);
  })
  .openapi(punches, async (c) => {
    const { ctx } = c.var;
    const { from, to } = c.req.valid("json");
    demandRole(ctx, "admin");
    demandRange(from, to);
    const today = todayOf(ctx);
    if (from < addDays(today, -farthestDays) || to > today) throw new Refusal("date-out-of-range");
    return c.json({ runId: begun(await startRun(ctx, { kind: "punches", from, to })) }, 202);
  })
  .openapi(directory, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json({ runId: begun(await startRun(c.var.ctx, { kind: "directory" })) }, 202);
  })
  .openapi(shared, async (c) => {
    const { ctx, me } = c.var;
    const { started } = await startRun(ctx, { kind: "shared" });
    const runs = await readLastRuns(ctx.db, ctx.company.id, me.id);
    const freshness = freshnessOf({ pulledAt: me.pulledAt, runs, now: ctx.now, zone: ctx.company.zone });
    return c.json({ started, freshness }, 200);
  });

function begun({ runId }: { readonly runId: string | null }): string {
  if (runId === null) throw new Refusal("quota-exhausted");
  return runId;
}
