import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context as Request } from "hono";
import { refuses } from "../answer.ts";
import { actingAs, type Context } from "../context.ts";
import { demandInbound, receiveChange } from "../operations/receive-change.ts";
import { Id } from "../schema/quantity.ts";
import type { Door } from "../signed-in.ts";

const params = z.object({ id: Id });

const ask = createRoute({
  method: "get",
  path: "/hooks/in/{id}",
  summary: "Whether changes are taken here; Trello asks it by HEAD",
  request: { params },
  responses: { 204: { description: "they are" }, ...refuses("invalid-input", "not-found") },
});

const tell = createRoute({
  method: "post",
  path: "/hooks/in/{id}",
  summary: "A connected product tells of changes, signed in its own way",
  request: { params },
  responses: {
    202: { description: "taken, now or before; what has changed is read again soon" },
    ...refuses("invalid-input", "body-too-large", "not-found", "signature-invalid"),
  },
});

/** Where connected products tell of changes. Those that have no way to tell have no such place. */
export const inbound = new OpenAPIHono<Door>()
  .openapi(ask, async (c) => {
    await demandInbound(product(c), c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(tell, async (c) => {
    const ctx = product(c);
    const delivery = {
      method: c.req.method,
      url: publicUrlOf(ctx, c.req.url),
      headers: c.req.raw.headers,
      body: new Uint8Array(await c.req.arrayBuffer()),
    };
    await receiveChange(ctx, c.req.valid("param").id, delivery);
    return c.body(null, 202);
  });

function product(c: Request<Door>): Context {
  return actingAs(c.var.outside, { id: "today", roles: [], channel: "job" });
}

/** The address as it was registered there: some sign it. */
function publicUrlOf({ company }: Context, url: string): string {
  if (company.publicUrl === null) return url;
  const { pathname, search } = new URL(url);
  return `${company.publicUrl.replace(/\/+$/, "")}${pathname}${search}`;
}
