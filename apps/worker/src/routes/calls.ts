import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { CallPlace } from "@today/db/call-audit";
import { json, refusesSigned } from "../answer.ts";
import { demandRole, todayOf } from "../author.ts";
import { Refusal } from "../error.ts";
import { callsSheet } from "../export/calls.ts";
import { writeCsv, writeXlsx } from "../export/sheet.ts";
import { titleOf } from "../export/words.ts";
import { CallSearch, CallSummary, Calls } from "../schema/calls.ts";
import { Month } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";
import { filterOf, summarizeCalls, viewCalls } from "../views/calls.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const csv = "text/csv; charset=utf-8";
const file = z.string().openapi({ format: "binary" });

const list = createRoute({
  method: "get",
  path: "/api/calls",
  summary: "The calls made to DingTalk: when, of which API, about how many people, with what outcome and cost",
  ...bySession,
  request: { query: CallSearch },
  responses: {
    200: {
      description: "a hundred, the latest first; as a file all of them",
      content: { "application/json": { schema: Calls }, [xlsx]: { schema: file }, "text/csv": { schema: file } },
    },
    ...refusesSigned("invalid-input", "forbidden"),
  },
});

const summary = createRoute({
  method: "get",
  path: "/api/calls/summary",
  summary: "A month's calls by day and kind, beside what the month allows",
  ...bySession,
  request: { query: z.object({ month: Month.optional() }) },
  responses: { 200: json(CallSummary, "this month by default"), ...refusesSigned("invalid-input", "forbidden") },
});

export const calls = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const { cursor, format, lang, ...wish } = c.req.valid("query");
    const filter = filterOf(wish, ctx.company.zone);
    if (format === "json") {
      const page = await viewCalls(ctx, filter, placeOf(cursor));
      return c.json({ calls: page.calls, next: page.next?.join("-") ?? null }, 200);
    }
    const [write, type] = format === "csv" ? [writeCsv, csv] : [writeXlsx, xlsx];
    const named = encodeURIComponent(`${titleOf("calls", lang)} ${todayOf(ctx)}.${format}`);
    return c.body(write(callsSheet(ctx, filter, lang)), 200, {
      "Content-Type": type,
      "Content-Disposition": `attachment; filename="calls-${todayOf(ctx)}.${format}"; filename*=UTF-8''${named}`,
    });
  })
  .openapi(summary, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin");
    const { month = todayOf(ctx).slice(0, 7) } = c.req.valid("query");
    return c.json(await summarizeCalls(ctx, month), 200);
  });

/** Where a page of calls goes on, `1789347443000-17`. */
function placeOf(cursor: string | undefined): CallPlace | null {
  if (cursor === undefined) return null;
  const found = /^(\d{1,15})-(\d{1,15})$/.exec(cursor);
  if (found === null) {
    throw new Refusal("invalid-input", { fields: [{ path: "cursor", message: "Not a cursor of this list" }] });
  }
  return [Number(found[1]), Number(found[2])];
}
