import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refuses } from "../answer.ts";
import type { Door } from "../signed-in.ts";

const Document = z
  .looseObject({ openapi: z.string().openapi({ example: "3.1.0" }), paths: z.record(z.string(), z.unknown()) })
  .openapi("Document");

const read = createRoute({
  method: "get",
  path: "/api/openapi.json",
  summary: "This description",
  responses: { 200: json(Document, "OpenAPI 3.1"), ...refuses() },
});

/** Serves the description of all routes, made once from the schemas that validate them. */
export function openapi(describe: () => z.output<typeof Document>): OpenAPIHono<Door> {
  let document: z.output<typeof Document> | undefined;
  return new OpenAPIHono<Door>().openapi(read, (c) => {
    document ??= describe();
    return c.json(document, 200);
  });
}
