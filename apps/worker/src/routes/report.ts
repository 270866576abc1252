import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { findProject } from "@today/db/project";
import { readStanding } from "@today/db/role";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demand } from "../author.ts";
import { Refusal } from "../error.ts";
import { ProjectReport } from "../schema/cost.ts";
import { ProjectId } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { reportOf } from "../views/report.ts";

const read = createRoute({
  method: "get",
  path: "/api/projects/{id}/report",
  summary: "What a project has used, and whether its budget holds",
  ...bySession,
  request: { params: z.object({ id: ProjectId }) },
  responses: {
    200: json(ProjectReport, "from its first hours until now"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const projectReport = new OpenAPIHono<Door>().openapi(read, async (c) => {
  const { db } = c.var.ctx;
  const author = authorOf(c.var.ctx);
  const { id } = c.req.valid("param");
  demand(await readStanding(db, author, id), "manager", "hr", "finance");
  const project = await findProject(db, author, id);
  if (project === null) throw new Refusal("not-found");
  return c.json(await reportOf(c.var.ctx, project), 200);
});
