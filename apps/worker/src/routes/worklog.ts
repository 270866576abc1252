import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { periodOf } from "@today/core/period";
import { listWorklogs, type WorklogRow } from "@today/db/worklog";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { Id } from "../schema/quantity.ts";
import { WorklogQuery, Worklogs } from "../schema/worklog.ts";
import { bySession, type Door } from "../signed-in.ts";
import { demandTarget } from "../targets/open.ts";
import { isoOf } from "../views/instant.ts";

const list = createRoute({
  method: "get",
  path: "/api/targets/{id}/worklogs",
  summary: "What hours are, are to be or wait to be at a connected product; those that are due are what leaves next",
  ...bySession,
  request: { params: z.object({ id: Id }), query: WorklogQuery },
  responses: { 200: json(Worklogs, "fifty by date"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

/** The hours of a target, also those that are still to leave. */
export const worklog = new OpenAPIHono<Door>().openapi(list, async (c) => {
  const { ctx } = c.var;
  demandRole(ctx, "admin");
  const { id } = c.req.valid("param");
  const { state = null, cursor, ...range } = c.req.valid("query");
  const after = placeOf(cursor);
  await demandTarget(ctx, id);
  const wish = { targetId: id, state, after, ...rangeOf(range) };
  const { rows, totals, next } = await listWorklogs(ctx.db, ctx.company.id, wish);
  return c.json({ worklogs: rows.map((row) => viewOf(row, ctx)), totals, next: cursorOf(next) }, 200);
});

/** A date, a month, or what both have in common. */
function rangeOf({ date, month }: Pick<z.output<typeof WorklogQuery>, "date" | "month">) {
  const { first, last } = month === undefined ? { first: null, last: null } : periodOf(`${month}-01`, "month");
  if (date === undefined) return { first, last };
  const isOutside = first !== null && last !== null && (date < first || date > last);
  return isOutside ? { first: date, last: "" } : { first: date, last: date };
}

function viewOf(row: WorklogRow, { company }: Context) {
  const { personId, personName, projectId, projectName, remoteProject, remoteProjectName, ...others } = row;
  const { remoteTask, remoteTaskTitle, nextAt, sentAt, ...rest } = others;
  return {
    ...rest,
    person: { id: personId, name: personName },
    project: { id: projectId, name: projectName },
    remoteProject: { id: remoteProject, name: remoteProjectName },
    remoteTask: remoteTask === null ? null : { id: remoteTask, name: remoteTaskTitle },
    nextAt: row.state === "due" ? isoOf(nextAt, company.zone) : null,
    sentAt: sentAt === null ? null : isoOf(sentAt, company.zone),
  };
}
