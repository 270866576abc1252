import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { readSettings } from "../env.ts";
import { checkStep } from "../operations/check-step.ts";
import { Connection, Scopes, StepInput } from "../schema/connection.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readConnection } from "../views/connection.ts";
import { readScopes } from "../views/scopes.ts";

const read = createRoute({
  method: "get",
  path: "/api/connection",
  summary: "The steps of connecting to DingTalk, what shows that they work, and the plan of the month's calls",
  ...bySession,
  responses: { 200: json(Connection, "nothing was asked of DingTalk"), ...refusesSigned("forbidden") },
});

const check = createRoute({
  method: "post",
  path: "/api/connection/check",
  summary: "Check one step against DingTalk",
  ...bySession,
  request: { body: { required: true, ...json(StepInput, "one every three seconds", { step: "address" }) } },
  responses: {
    200: json(Connection, "as it stands after the check"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "check-too-soon"),
  },
});

const least = createRoute({
  method: "get",
  path: "/api/connection/scopes",
  summary: "The least permissions, what each is for, and whether the last calls had them",
  ...bySession,
  responses: { 200: json(Scopes, "every permission that is used, and no other"), ...refusesSigned("forbidden") },
});

export const connection = new OpenAPIHono<Door>()
  .openapi(read, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await readConnection(c.var.ctx, { ...readSettings(c.env), origin: new URL(c.req.url).origin }), 200);
  })
  .openapi(least, async (c) => {
    demandRole(c.var.ctx, "admin");
    return c.json(await readScopes(c.var.ctx), 200);
  })
  .openapi(check, async (c) => {
    const settings = readSettings(c.env);
    await checkStep(c.var.ctx, settings, c.req.valid("json").step);
    return c.json(await readConnection(c.var.ctx, { ...settings, origin: new URL(c.req.url).origin }), 200);
  });
