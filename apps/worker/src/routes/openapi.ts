import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refuses } from "../answer.ts";
import { publicDocument } from "../public/document.ts";
import type { Door } from "../signed-in.ts";

const Document = z
  .looseObject({ openapi: z.string().openapi({ example: "3.1.0" }), paths: z.record(z.string(), z.unknown()) })
  .openapi("Document");
const example = { openapi: "3.1.0", paths: {} };

const read = createRoute({
  method: "get",
  path: "/api/openapi.json",
  summary: "This description",
  responses: { 200: json(Document, "OpenAPI 3.1"), ...refuses() },
});

const readPublic = createRoute({
  method: "get",
  path: "/v1/openapi.json",
  summary: "这份说明 · This description",
  responses: { 200: json(Document, "OpenAPI 3.1, the public part", example), ...refuses() },
});

/** Serves the description of all routes, made once from the schemas that validate them, and the public part of it. */
export function openapi(describe: () => z.output<typeof Document>): OpenAPIHono<Door> {
  let document: z.output<typeof Document> | undefined;
  const whole = () => {
    document ??= describe();
    return document;
  };
  return new OpenAPIHono<Door>()
    .openapi(read, (c) => c.json(whole(), 200))
    .openapi(readPublic, (c) => c.json(publicDocument(whole()), 200));
}
