import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { previewMapping } from "../operations/preview-mapping.ts";
import { rollBackMapping, setMapping } from "../operations/set-mapping.ts";
import * as schema from "../schema/mapping.ts";
import { Id } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { viewMapping, viewMappings } from "../views/mapping.ts";

const params = z.object({ id: Id });
const body = ["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"] as const;
const note = { of: "worklog", to: "note", from: "{project.code} {place}", table: null, optional: true } as const;

const show = createRoute({
  method: "get",
  path: "/api/targets/{id}/mapping",
  summary: "How the fields at a target are filled",
  ...bySession,
  request: { params },
  responses: { 200: json(schema.Mapping, "as it holds"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const set = createRoute({
  method: "put",
  path: "/api/targets/{id}/mapping",
  summary: "Say how the fields at a target are filled",
  ...bySession,
  request: {
    params,
    body: { required: true, ...json(schema.MappingInput, "all rules", { version: 0, rules: [note], reach: "unsent" }) },
  },
  responses: {
    200: json(schema.Mapping, "as it holds now"),
    ...refusesSigned(...body, "mapping-malformed", "version-conflict"),
  },
});

const versions = createRoute({
  method: "get",
  path: "/api/targets/{id}/mapping/versions",
  summary: "Earlier versions of a mapping",
  ...bySession,
  request: { params, query: z.object({ cursor: z.coerce.number().int().min(1).optional() }) },
  responses: {
    200: json(schema.MappingVersions, "the newest first"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const rollBack = createRoute({
  method: "post",
  path: "/api/targets/{id}/mapping/rollbacks",
  summary: "Have an earlier version of a mapping hold again",
  ...bySession,
  request: {
    params,
    body: { required: true, ...json(schema.MappingRollbackInput, "which", { version: 2, to: 1, reach: "all" }) },
  },
  responses: {
    200: json(schema.Mapping, "as it holds now"),
    ...refusesSigned(...body, "mapping-malformed", "version-conflict"),
  },
});

const preview = createRoute({
  method: "post",
  path: "/api/targets/{id}/mapping/previews",
  summary: "Show what rules would make of real hours and of a real task",
  ...bySession,
  request: { params, body: { required: true, ...json(schema.MappingPreviewInput, "rules", { rules: [note] }) } },
  responses: { 200: json(schema.MappingPreview, "what would arrive"), ...refusesSigned(...body) },
});

export const mapping = new OpenAPIHono<Door>()
  .openapi(show, async (c) => c.json(await viewMapping(c.var.ctx, c.req.valid("param").id), 200))
  .openapi(set, async (c) => {
    const { id } = c.req.valid("param");
    await setMapping(c.var.ctx, { targetId: id, ...c.req.valid("json") });
    return c.json(await viewMapping(c.var.ctx, id), 200);
  })
  .openapi(versions, async (c) => {
    const { cursor } = c.req.valid("query");
    return c.json(await viewMappings(c.var.ctx, c.req.valid("param").id, cursor ?? null), 200);
  })
  .openapi(rollBack, async (c) => {
    const { id } = c.req.valid("param");
    await rollBackMapping(c.var.ctx, { targetId: id, ...c.req.valid("json") });
    return c.json(await viewMapping(c.var.ctx, id), 200);
  })
  .openapi(preview, async (c) => {
    const { id } = c.req.valid("param");
    return c.json(await previewMapping(c.var.ctx, { targetId: id, ...c.req.valid("json") }), 200);
  });
