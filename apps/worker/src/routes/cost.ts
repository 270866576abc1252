import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readBudgets } from "@today/db/budget";
import { findPeople } from "@today/db/person";
import { findBriefs } from "@today/db/project";
import { refreshMonths } from "@today/db/project-month";
import { readSums } from "@today/db/project-sum";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { Refusal } from "../error.ts";
import { demandMonths } from "../range.ts";
import { Costs, PersonCosts } from "../schema/cost.ts";
import { ProjectId } from "../schema/quantity.ts";
import { Month } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";
import { costOf, costsByKey } from "../views/cost.ts";
import { briefOf } from "../views/names.ts";

const payDays = 21.75;
const months = z.object({ from: Month, to: Month });

const list = createRoute({
  method: "get",
  path: "/api/costs",
  summary: "What projects have cost, in minutes and fen",
  ...bySession,
  request: { query: months },
  responses: {
    200: json(Costs, "projects with hours, by code; fen rounded once an allocation"),
    ...refusesSigned("invalid-input", "range-reversed", "range-too-long", "forbidden"),
  },
});

const read = createRoute({
  method: "get",
  path: "/api/costs/{id}",
  summary: "What a project has cost, person by person",
  ...bySession,
  request: { params: z.object({ id: ProjectId }), query: months },
  responses: {
    200: json(PersonCosts, "those with hours"),
    ...refusesSigned("invalid-input", "range-reversed", "range-too-long", "forbidden", "not-found"),
  },
});

export const cost = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { db, company } = c.var.ctx;
    demandRole(c.var.ctx, "finance");
    const { from, to } = c.req.valid("query");
    demandMonths(from, to);
    await refreshMonths(db, company.id, null);
    const sums = await readSums(db, company.id, { projectId: null, from, to, by: "project" });
    const costs = costsByKey(sums);
    const budgets = await readBudgets(db, company.id);
    const projects = await findBriefs(db, company.id, [...costs.keys()]);
    const rows = projects.map((project) => {
      const own = costs.get(project.id) ?? costOf([]);
      return { project: briefOf(project), ...own, budgetFen: budgets.get(project.id)?.fen ?? null };
    });
    const { minutes, money } = costOf(sums);
    return c.json({ from, to, rows, total: { minutes, money }, payDays }, 200);
  })
  .openapi(read, async (c) => {
    const { db, company } = c.var.ctx;
    demandRole(c.var.ctx, "finance");
    const { id } = c.req.valid("param");
    const { from, to } = c.req.valid("query");
    demandMonths(from, to);
    const [project] = await findBriefs(db, company.id, [id]);
    if (project === undefined) throw new Refusal("not-found");
    await refreshMonths(db, company.id, id);
    const sums = await readSums(db, company.id, { projectId: id, from, to, by: "person" });
    const costs = costsByKey(sums);
    const people = new Map((await findPeople(db, company.id, [...costs.keys()])).map((one) => [one.id, one]));
    const rows = [...costs].map(([key, { minutes, kinds, places, money }]) => {
      const person = people.get(key) ?? { id: key, name: key, title: null };
      return { person, minutes, kinds, places, money };
    });
    const { minutes, money } = costOf(sums);
    return c.json({ project: briefOf(project), from, to, rows, total: { minutes, money } }, 200);
  });
