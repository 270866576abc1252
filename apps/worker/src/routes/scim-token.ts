import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listScimTokens, type ScimToken as Token } from "@today/db/scim-token";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { makeScimToken } from "../operations/make-scim-token.ts";
import { revokeScimToken } from "../operations/revoke-scim-token.ts";
import { NewScimToken, ScimTokenInput, ScimTokens } from "../schema/account.ts";
import { Id } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const example = { id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11", name: "Entra ID", source: "scim" as const, days: 365 };

const list = createRoute({
  method: "get",
  path: "/api/scim-tokens",
  summary: "The doors for directories",
  ...bySession,
  responses: { 200: json(ScimTokens, "those not revoked, the newest first"), ...refusesSigned("forbidden") },
});

const make = createRoute({
  method: "post",
  path: "/api/scim-tokens",
  summary: "Open a door for a directory",
  ...bySession,
  request: { body: { required: true, ...json(ScimTokenInput, "its name, source and length", example) } },
  responses: {
    201: json(NewScimToken, "opened; the token is told this once"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "token-id-reused"),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/api/scim-tokens/{id}",
  summary: "Close a door for a directory",
  ...bySession,
  request: { params: z.object({ id: Id }) },
  responses: {
    204: { description: "closed, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const scimToken = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const tokens = await listScimTokens(ctx.db, ctx.company.id);
    return c.json({ tokens: tokens.map((token) => tokenView(ctx, token)) }, 200);
  })
  .openapi(make, async (c) => {
    const { ctx } = c.var;
    const { token, ...made } = await makeScimToken(ctx, c.req.valid("json"));
    return c.json({ ...tokenView(ctx, made), token }, 201);
  })
  .openapi(revoke, async (c) => {
    await revokeScimToken(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });

function tokenView({ company }: Context, { createdAt, expiresAt, lastUsedAt, ...rest }: Token) {
  const at = (instant: number | null) => (instant === null ? null : isoOf(instant, company.zone));
  return { ...rest, createdAt: isoOf(createdAt, company.zone), expiresAt: at(expiresAt), lastUsedAt: at(lastUsedAt) };
}
