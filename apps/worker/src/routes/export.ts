import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readStanding } from "@today/db/role";
import { refusesSigned } from "../answer.ts";
import { authorOf, demand, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { costSheet } from "../export/cost.ts";
import { approvalsSheet, hoursSheet } from "../export/hours.ts";
import { writeCsv, writeXlsx } from "../export/sheet.ts";
import { titleOf } from "../export/words.ts";
import { demandMonths, demandRange } from "../range.ts";
import { ProjectId, WorkDate } from "../schema/quantity.ts";
import { Month } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";

const xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const csv = "text/csv; charset=utf-8";
const file = z.string().openapi({ format: "binary" });

const read = createRoute({
  method: "get",
  path: "/api/exports/{what}",
  summary: "A list to take away: hours and approvals by days, cost by months",
  ...bySession,
  request: {
    params: z.object({ what: z.enum(["hours", "approvals", "cost"]) }),
    query: z.object({
      from: z.union([WorkDate, Month]),
      to: z.union([WorkDate, Month]),
      format: z.enum(["xlsx", "csv"]).default("xlsx"),
      lang: z.enum(["zh", "en"]).default("zh"),
      /** Managers name one of theirs. */
      project: ProjectId.optional(),
    }),
  },
  responses: {
    200: {
      description: "62 days or 36 months at most; texts are never formulas, minutes and decimal hours both",
      content: { [xlsx]: { schema: file }, "text/csv": { schema: file } },
    },
    ...refusesSigned("invalid-input", "range-reversed", "range-too-long", "forbidden", "not-found"),
  },
});

type What = "hours" | "approvals" | "cost";
const sheets = { hours: hoursSheet, approvals: approvalsSheet, cost: costSheet };

export const exporting = new OpenAPIHono<Door>().openapi(read, async (c) => {
  const { what } = c.req.valid("param");
  const { from, to, format, lang, project = null } = c.req.valid("query");
  await demandRight(c.var.ctx, what, project);
  demandSpan(what, from, to);
  const sheet = sheets[what](c.var.ctx, { projectId: project, from, to, language: lang });
  const [write, type] = format === "csv" ? [writeCsv, csv] : [writeXlsx, xlsx];
  const plain = `${what}-${from}_${to}.${format}`;
  const named = encodeURIComponent(`${titleOf(what, lang)} ${from}–${to}.${format}`);
  return c.body(write(sheet), 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${plain}"; filename*=UTF-8''${named}`,
  });
});

async function demandRight(ctx: Context, what: What, project: string | null): Promise<void> {
  if (what === "cost") demandRole(ctx, "finance");
  if (project === null) return demandRole(ctx, "hr", "finance");
  demand(await readStanding(ctx.db, authorOf(ctx), project), "manager", "hr", "finance");
}

function demandSpan(what: What, from: string, to: string): void {
  const unit = what === "cost" ? Month : WorkDate;
  const wrong = Object.entries({ from, to }).filter(([, value]) => !unit.safeParse(value).success);
  const message = what === "cost" ? "a month" : "a date";
  if (wrong.length > 0) throw new Refusal("invalid-input", { fields: wrong.map(([path]) => ({ path, message })) });
  if (what === "cost") demandMonths(from, to);
  else demandRange(from, to);
}
