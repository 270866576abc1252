import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { addDays } from "@today/core/time/date";
import { readNextPull } from "@today/db/quota-plan";
import type { RunPlace } from "@today/db/sync-run";
import { readLastRuns } from "@today/db/today";
import { json, refusesSigned } from "../answer.ts";
import { demandRole, todayOf } from "../author.ts";
import { Refusal } from "../error.ts";
import { retrySyncRun } from "../operations/retry-run.ts";
import { startRun } from "../operations/start-run.ts";
import { demandRange } from "../range.ts";
import { Accepted, SharedPull, Sync, SyncInput, SyncRunDetail } from "../schema/sync.ts";
import { bySession, type Door } from "../signed-in.ts";
import { freshnessOf } from "../views/freshness.ts";
import { readSync, readSyncRun } from "../views/sync.ts";

const farthestDays = 180;

const read = createRoute({
  method: "get",
  path: "/api/sync",
  summary: "Pulls, calls used and what waits",
  ...bySession,
  request: { query: z.object({ cursor: z.string().max(200).optional() }) },
  responses: { 200: json(Sync, "20 pulls, the latest first"), ...refusesSigned("invalid-input", "forbidden") },
});

const named = { params: z.object({ id: z.string().min(1).max(200).openapi({ example: "night-2026-09-16" }) }) };

const one = createRoute({
  method: "get",
  path: "/api/sync/{id}",
  summary: "One pull with its batches",
  ...bySession,
  request: named,
  responses: {
    200: json(SyncRunDetail, "what became of it"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const retry = createRoute({
  method: "post",
  path: "/api/sync/{id}/retry",
  summary: "Do again what failed of a pull, or what the month's calls stopped",
  ...bySession,
  request: named,
  responses: {
    202: json(Accepted, "begun again"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "run-not-failed", "quota-exhausted"),
  },
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
  responses: {
    200: json(SharedPull, "`started` is false when one began lately or the month's calls allow none"),
    ...refusesSigned(),
  },
});

export const sync = new OpenAPIHono<Door>()
  .openapi(read, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await readSync(c.var.ctx, placeOf(c.req.valid("query").cursor)), 200);
  })
  .openapi(one, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await readSyncRun(c.var.ctx, c.req.valid("param").id), 200);
  })
  .openapi(retry, async (c) => {
    const { id } = c.req.valid("param");
    await retrySyncRun(c.var.ctx, id);
    return c.json({ runId: id }, 202);
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
    const nextPullAt = await readNextPull(ctx.db, ctx.company.id);
    const freshness = freshnessOf({ pulledAt: me.pulledAt, nextPullAt, runs, now: ctx.now, zone: ctx.company.zone });
    return c.json({ started, freshness }, 200);
  });

/** Where a page of runs goes on, `1789347443000-night-2026-09-16`. */
function placeOf(cursor: string | undefined): RunPlace | null {
  if (cursor === undefined) return null;
  const found = /^(\d{1,15})-(.+)$/.exec(cursor);
  if (found === null) {
    throw new Refusal("invalid-input", { fields: [{ path: "cursor", message: "Not a cursor of this list" }] });
  }
  return [Number(found[1]), found[2] ?? ""];
}

function begun({ runId }: { readonly runId: string | null }): string {
  if (runId === null) throw new Refusal("quota-exhausted");
  return runId;
}
