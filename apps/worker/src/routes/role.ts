import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listGrants } from "@today/db/role-grant";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { grantRole } from "../operations/grant-role.ts";
import { revokeRole } from "../operations/revoke-role.ts";
import { Id } from "../schema/quantity.ts";
import { RoleGrant } from "../schema/session.ts";
import { bySession, type Door } from "../signed-in.ts";

const params = z.object({ personId: Id, role: z.enum(["hr", "finance", "admin"]) });

const list = createRoute({
  method: "get",
  path: "/api/roles",
  summary: "Who holds which role",
  ...bySession,
  responses: {
    200: json(z.object({ grants: z.array(RoleGrant) }).openapi("RoleGrants"), "by person"),
    ...refusesSigned("forbidden"),
  },
});

const grant = createRoute({
  method: "put",
  path: "/api/roles/{personId}/{role}",
  summary: "Grant a role",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "granted, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/api/roles/{personId}/{role}",
  summary: "Take a role away",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "taken, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "last-admin"),
  },
});

export const role = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    return c.json({ grants: await listGrants(ctx.db, ctx.company.id) }, 200);
  })
  .openapi(grant, async (c) => {
    await grantRole(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  })
  .openapi(revoke, async (c) => {
    await revokeRole(c.var.ctx, c.req.valid("param"));
    return c.body(null, 204);
  });
