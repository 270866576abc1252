import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type ApiKey, listApiKeys } from "@today/db/api-key";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { makeApiKey } from "../operations/make-api-key.ts";
import { revokeApiKey } from "../operations/revoke-api-key.ts";
import { type Scope, scopeNames, scopes } from "../public/scope.ts";
import { ApiKeyInput, ApiKeys, NewApiKey } from "../schema/api-key.ts";
import { Id } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const example = {
  id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11",
  name: "Zapier",
  scopes: ["projects:read" as const, "picks:write" as const],
  days: 365,
};

const list = createRoute({
  method: "get",
  path: "/api/api-keys",
  summary: "The keys of other programs",
  ...bySession,
  responses: { 200: json(ApiKeys, "those not revoked, the newest first"), ...refusesSigned("forbidden") },
});

const make = createRoute({
  method: "post",
  path: "/api/api-keys",
  summary: "Make a key for another program",
  ...bySession,
  request: { body: { required: true, ...json(ApiKeyInput, "its name, what it may do, its length", example) } },
  responses: {
    201: json(NewApiKey, "made; the key is told this once"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "token-id-reused"),
  },
});

const revoke = createRoute({
  method: "delete",
  path: "/api/api-keys/{id}",
  summary: "End a key of another program",
  ...bySession,
  request: { params: z.object({ id: Id }) },
  responses: {
    204: { description: "ended, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const apiKey = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const keys = await listApiKeys(ctx.db, ctx.company.id);
    const about = scopeNames.map((name) => ({ name, ...scopes[name] }));
    return c.json({ keys: keys.map((key) => keyView(ctx, key)), scopes: about }, 200);
  })
  .openapi(make, async (c) => {
    const { ctx } = c.var;
    const { key, ...made } = await makeApiKey(ctx, c.req.valid("json"));
    return c.json({ ...keyView(ctx, made), key }, 201);
  })
  .openapi(revoke, async (c) => {
    await revokeApiKey(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });

function keyView({ company }: Context, { scopes: held, createdAt, expiresAt, lastUsedAt, ...rest }: ApiKey) {
  const at = (instant: number | null) => (instant === null ? null : isoOf(instant, company.zone));
  const known = held.filter((name): name is Scope => name in scopes);
  return {
    ...{ ...rest, scopes: known, createdAt: isoOf(createdAt, company.zone) },
    ...{ expiresAt: at(expiresAt), lastUsedAt: at(lastUsedAt) },
  };
}
