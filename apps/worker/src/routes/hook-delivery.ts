import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listDeliveries } from "@today/db/hook-event";
import { json, refusesSigned } from "../answer.ts";
import { demandHook } from "../hooks/keep.ts";
import { replay, testHook } from "../operations/test-hook.ts";
import { deliveriesQuery, HookDeliveries, HookTest, Replayed, ReplayInput } from "../schema/hook.ts";
import { Id } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { deliveryView } from "../views/hook.ts";

const pageSize = 50;
const one = z.object({ id: Id });

const list = createRoute({
  method: "get",
  path: "/api/hooks/{id}/deliveries",
  summary: "What a hook was told, and how it answered",
  ...bySession,
  request: { params: one, query: deliveriesQuery },
  responses: {
    200: json(HookDeliveries, "the newest first, 50 a page"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const again = createRoute({
  method: "post",
  path: "/api/hooks/{id}/replays",
  summary: "Send again what ended",
  description: "Under the same ids: a receiver that took an event before knows it by its `webhook-id`.",
  ...bySession,
  request: {
    params: one,
    body: {
      required: true,
      ...json(ReplayInput, "one, or all that failed since", { since: "2026-09-16T00:00:00+08:00" }),
    },
  },
  responses: {
    202: json(Replayed, "they go at once"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found", "hook-not-on"),
  },
});

const check = createRoute({
  method: "post",
  path: "/api/hooks/{id}/tests",
  summary: "Send a `hook.tested` event now",
  ...bySession,
  request: { params: one },
  responses: {
    200: json(HookTest, "what came back"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const hookDelivery = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    const { id: hookId } = c.req.valid("param");
    const { state = null, cursor: before = null } = c.req.valid("query");
    await demandHook(ctx, hookId);
    const rows = await listDeliveries(ctx.db, ctx.company.id, { hookId, before, state, most: pageSize });
    const next = rows.length === pageSize ? (rows.at(-1)?.eventId ?? null) : null;
    return c.json({ deliveries: rows.map((row) => deliveryView(ctx, row)), next }, 200);
  })
  .openapi(again, async (c) => {
    const wish = c.req.valid("json");
    const since = "since" in wish ? { since: Date.parse(wish.since) } : wish;
    return c.json({ deliveries: await replay(c.var.ctx, c.req.valid("param").id, since) }, 202);
  })
  .openapi(check, async (c) => {
    const { status, problem } = await testHook(c.var.ctx, c.req.valid("param").id);
    return c.json({ delivered: problem === null, status, problem }, 200);
  });
