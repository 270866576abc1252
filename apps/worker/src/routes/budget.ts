import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { setBudget } from "../operations/set-budget.ts";
import { Budget, BudgetInput } from "../schema/cost.ts";
import { ProjectId } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { budgetView } from "../views/budget.ts";

const example = { version: 0, minutes: 1_560_000, endsOn: "2026-12-18" };

const set = createRoute({
  method: "put",
  path: "/api/projects/{id}/budget",
  summary: "Say what a project may use; version 0 is the first",
  ...bySession,
  request: {
    params: z.object({ id: ProjectId }),
    body: { required: true, ...json(BudgetInput, "`fen` from finance only", example) },
  },
  responses: {
    200: json(Budget, "written, now or before"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found", "version-conflict"] as const),
    ),
  },
});

export const budget = new OpenAPIHono<Door>().openapi(set, async (c) => {
  const { version, ...wished } = c.req.valid("json");
  const written = await setBudget(c.var.ctx, { project: c.req.valid("param").id, version, budget: wished });
  return c.json(budgetView(written, c.var.ctx.actor.roles), 200);
});
