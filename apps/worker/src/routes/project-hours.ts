import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { findBriefs } from "@today/db/project";
import { readStanding } from "@today/db/role";
import { projectHours as readHours } from "@today/db/workday";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demand } from "../author.ts";
import { Refusal } from "../error.ts";
import { demandRange } from "../range.ts";
import { ProjectHours } from "../schema/project.ts";
import { ProjectId, WorkDate } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { briefOf } from "../views/names.ts";

const read = createRoute({
  method: "get",
  path: "/api/projects/{id}/hours",
  summary: "What a project has cost in minutes, by person, day or task",
  ...bySession,
  request: {
    params: z.object({ id: ProjectId }),
    query: z.object({ from: WorkDate, to: WorkDate, by: z.enum(["person", "day", "task"]).default("person") }),
  },
  responses: {
    200: json(ProjectHours, "settled minutes; minutes without a task have an empty key"),
    ...refusesSigned("invalid-input", "range-reversed", "range-too-long", "forbidden", "not-found"),
  },
});

export const projectHours = new OpenAPIHono<Door>().openapi(read, async (c) => {
  const { db, company } = c.var.ctx;
  const { id } = c.req.valid("param");
  const { from, to, by } = c.req.valid("query");
  demand(await readStanding(db, authorOf(c.var.ctx), id), "manager", "hr", "finance");
  demandRange(from, to);
  const [project] = await findBriefs(db, company.id, [id]);
  if (project === undefined) throw new Refusal("not-found");
  const { total, rows } = await readHours(db, company.id, { projectId: id, from, to, by });
  const { minutes, people, place, overtime } = total;
  const keyed = rows.map((row) => ({ ...row, key: row.key ?? "" }));
  return c.json({ project: briefOf(project), from, to, by, minutes, people, place, overtime, rows: keyed }, 200);
});
