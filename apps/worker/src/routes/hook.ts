import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listHooks } from "@today/db/hook";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { eventTypeNames, eventTypes } from "../hooks/event-type.ts";
import { changeHook, removeHook, rotateSecret } from "../operations/change-hook.ts";
import { makeHook } from "../operations/make-hook.ts";
import { Hook, HookChangeInput, HookInput, HookSecret, Hooks, NewHook } from "../schema/hook.ts";
import { Id } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { hookView } from "../views/hook.ts";
import { isoOf } from "../views/instant.ts";

const example = {
  ...{ id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", kind: "webhook" as const, name: "数据平台" },
  ...{ url: "https://hooks.example.com/today", events: ["workday.settled" as const], projectId: null },
};
const one = z.object({ id: Id });
const body = ["bad-json", "invalid-input", "body-too-large"] as const;

const list = createRoute({
  method: "get",
  path: "/api/hooks",
  summary: "The addresses that are told what happens",
  ...bySession,
  responses: { 200: json(Hooks, "the newest first"), ...refusesSigned("forbidden") },
});

const make = createRoute({
  method: "post",
  path: "/api/hooks",
  summary: "Tell an address what happens",
  description:
    "`webhook` takes any https address, `zapier` a catch hook, `ifttt` the address of a Maker applet with its key.",
  ...bySession,
  request: { body: { required: true, ...json(HookInput, "where, and which events", example) } },
  responses: {
    201: json(NewHook, "made; the secret is told this once"),
    ...refusesSigned(...body, "forbidden", "not-found", "hook-id-reused"),
  },
});

const change = createRoute({
  method: "patch",
  path: "/api/hooks/{id}",
  summary: "Change, pause or resume a hook",
  ...bySession,
  request: {
    params: one,
    body: {
      required: true,
      ...json(HookChangeInput, "what is to be otherwise", { version: 1, state: "paused" as const }),
    },
  },
  responses: {
    200: json(Hook, "as it is now"),
    ...refusesSigned(...body, "forbidden", "not-found", "version-conflict"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/hooks/{id}",
  summary: "Remove a hook",
  ...bySession,
  request: { params: one },
  responses: { 204: { description: "removed" }, ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const rotate = createRoute({
  method: "post",
  path: "/api/hooks/{id}/secrets",
  summary: "Give a hook another secret",
  description: "For a day deliveries carry both signatures, so that a receiver can change over without losing one.",
  ...bySession,
  request: { params: one },
  responses: {
    201: json(HookSecret, "made; told this once"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "hook-unsigned"),
  },
});

export const hook = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const hooks = await listHooks(ctx.db, ctx.company.id, ctx.now);
    const types = eventTypeNames.map((name) => ({ name, zh: eventTypes[name].zh, en: eventTypes[name].en }));
    return c.json({ hooks: hooks.map((stored) => hookView(ctx, stored)), types }, 200);
  })
  .openapi(make, async (c) => {
    const { ctx } = c.var;
    const made = await makeHook(ctx, c.req.valid("json"));
    return c.json({ ...hookView(ctx, made), secret: made.secret }, 201);
  })
  .openapi(change, async (c) => {
    const { ctx } = c.var;
    const changed = await changeHook(ctx, { ...c.req.valid("json"), id: c.req.valid("param").id });
    return c.json(hookView(ctx, changed), 200);
  })
  .openapi(remove, async (c) => {
    await removeHook(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(rotate, async (c) => {
    const { ctx } = c.var;
    const { secret, oldSecretUntil } = await rotateSecret(ctx, c.req.valid("param").id);
    return c.json({ secret, oldSecretUntil: isoOf(oldSecretUntil, ctx.company.zone) }, 201);
  });
