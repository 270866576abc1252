import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { endRejected, findRejected, type RejectedPlace, readRejected } from "@today/db/rejected-row";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { retryRejected } from "../operations/retry-rejected.ts";
import { Rejected, RejectedParams, RejectedQuery } from "../schema/rejected.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const list = createRoute({
  method: "get",
  path: "/api/sync/rejected",
  summary: "Rows of DingTalk that could not be read and were set aside, as received",
  ...bySession,
  request: { query: RejectedQuery },
  responses: { 200: json(Rejected, "fifty, the latest first"), ...refusesSigned("invalid-input", "forbidden") },
});

const retry = createRoute({
  method: "post",
  path: "/api/sync/rejected/{id}/retry",
  summary: "Read a row that was set aside once more",
  ...bySession,
  request: { params: RejectedParams },
  responses: {
    204: { description: "it was read, and is set aside no more" },
    ...refusesSigned("invalid-input", "forbidden", "not-found", "row-unreadable"),
  },
});

const dismiss = createRoute({
  method: "post",
  path: "/api/sync/rejected/{id}/dismiss",
  summary: "List a row that was set aside no more",
  ...bySession,
  request: { params: RejectedParams },
  responses: {
    204: { description: "it stays kept, and is not listed again" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const rejected = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const { rows, next } = await readRejected(ctx.db, authorOf(ctx), placeOf(c.req.valid("query").cursor));
    const zoned = rows.map((row) => ({ ...row, receivedAt: isoOf(row.receivedAt, ctx.company.zone) }));
    return c.json({ rows: zoned, next: next?.join("-") ?? null }, 200);
  })
  .openapi(retry, async (c) => {
    demandRole(c.var.ctx, "admin");
    await retryRejected(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(dismiss, async (c) => {
    demandRole(c.var.ctx, "admin");
    await dismissRejected(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });

async function dismissRejected(ctx: Context, id: string): Promise<void> {
  const author = authorOf(ctx);
  if ((await findRejected(ctx.db, author, id)) === null) throw new Refusal("not-found");
  await ctx.db.batch(endRejected(ctx.db, author, { id, action: "dismiss" }));
}

function placeOf(cursor: string | undefined): RejectedPlace | null {
  if (cursor === undefined) return null;
  const [, at, id] = /^(\d{1,15})-([0-9a-f]{1,64})$/.exec(cursor) ?? [];
  if (at !== undefined && id !== undefined) return [Number(at), id];
  throw new Refusal("invalid-input", { fields: [{ path: "cursor", message: "Not a cursor of this list" }] });
}
