import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { connectors } from "@today/connectors/registry";
import { roundings } from "@today/core/worklog-rounding";
import { readTargets } from "@today/db/target";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { changeTarget } from "../operations/change-target.ts";
import { checkSettings, checkTarget } from "../operations/check-target.ts";
import { createTarget } from "../operations/create-target.ts";
import { removeTarget } from "../operations/remove-target.ts";
import { Id } from "../schema/quantity.ts";
import {
  Connectors,
  Target,
  TargetChange,
  TargetCheck,
  TargetCheckInput,
  TargetInput,
  Targets,
} from "../schema/target.ts";
import { bySession, type Door } from "../signed-in.ts";
import { demandTarget } from "../targets/open.ts";
import { checkView, connectorView, targetView } from "../views/target.ts";

const settings = { address: "https://pm.example.com/redmine", key: "4f1c0ffee0ddba11cafe" };
const example = { id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", kind: "redmine", name: "公司 Redmine", settings };
const params = z.object({ id: Id });
const badBody = ["bad-json", "invalid-input", "body-too-large", "forbidden"] as const;

const products = createRoute({
  method: "get",
  path: "/api/connectors",
  summary: "Products that can be connected",
  ...bySession,
  responses: { 200: json(Connectors, "with what they ask for and what they can do"), ...refusesSigned("forbidden") },
});

const list = createRoute({
  method: "get",
  path: "/api/targets",
  summary: "Products that are connected",
  ...bySession,
  responses: { 200: json(Targets, "the oldest first"), ...refusesSigned("forbidden") },
});

const create = createRoute({
  method: "post",
  path: "/api/targets",
  summary: "Connect a product; nothing leaves before it is put on",
  ...bySession,
  request: { body: { required: true, ...json(TargetInput, "settings with the secrets among them", example) } },
  responses: { 201: json(Target, "connected, now or before"), ...refusesSigned(...badBody, "target-id-reused") },
});

const one = createRoute({
  method: "get",
  path: "/api/targets/{id}",
  summary: "One connected product",
  ...bySession,
  request: { params },
  responses: { 200: json(Target, "as it is"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const change = createRoute({
  method: "patch",
  path: "/api/targets/{id}",
  summary: "Change a connected product, put it on or pause it",
  ...bySession,
  request: {
    params,
    body: { required: true, ...json(TargetChange, "what changes", { version: 1, state: "on" as const }) },
  },
  responses: {
    200: json(Target, "as it is now"),
    ...refusesSigned(...badBody, "not-found", "version-conflict", "secret-wanted"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/targets/{id}",
  summary: "Part with a product and forget its credentials",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "removed, now or before; what was written there stays there" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const check = createRoute({
  method: "post",
  path: "/api/targets/{id}/checks",
  summary: "Ask a connected product who we are there",
  ...bySession,
  request: { params },
  responses: { 200: json(TargetCheck, "what it told"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const tryOut = createRoute({
  method: "post",
  path: "/api/target-checks",
  summary: "The same for settings that are not kept yet",
  ...bySession,
  request: { body: { required: true, ...json(TargetCheckInput, "a product", { kind: "redmine", settings }) } },
  responses: { 200: json(TargetCheck, "what it told"), ...refusesSigned(...badBody) },
});

export const target = new OpenAPIHono<Door>()
  .openapi(products, (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json({ connectors: connectors.map(connectorView), roundings: [...roundings] }, 200);
  })
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const targets = await readTargets(ctx.db, ctx.company.id);
    return c.json({ targets: targets.map((each) => targetView(each, ctx)) }, 200);
  })
  .openapi(create, async (c) => {
    const { ctx } = c.var;
    return c.json(targetView(await createTarget(ctx, c.req.valid("json")), ctx), 201);
  })
  .openapi(one, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    return c.json(targetView(await demandTarget(ctx, c.req.valid("param").id), ctx), 200);
  })
  .openapi(change, async (c) => {
    const { ctx } = c.var;
    const changed = await changeTarget(ctx, { ...c.req.valid("json"), id: c.req.valid("param").id });
    return c.json(targetView(changed, ctx), 200);
  })
  .openapi(remove, async (c) => {
    await removeTarget(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(check, async (c) => c.json(checkView(await checkTarget(c.var.ctx, c.req.valid("param").id)), 200))
  .openapi(tryOut, async (c) => c.json(checkView(await checkSettings(c.var.ctx, c.req.valid("json"))), 200));
