import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { demandRole, todayOf } from "../author.ts";
import { WorkDate } from "../schema/quantity.ts";
import { Team } from "../schema/team.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readTeam } from "../views/team.ts";

const read = createRoute({
  method: "get",
  path: "/api/team",
  summary: "Who is on what and who is missing",
  ...bySession,
  request: { query: z.object({ date: WorkDate.optional() }) },
  responses: {
    200: json(Team, "my projects' people, for HR everybody; missing ones first"),
    ...refusesSigned("invalid-input", "forbidden", "calendar-year-missing"),
  },
});

export const team = new OpenAPIHono<Door>().openapi(read, async (c) => {
  const { ctx, me } = c.var;
  demandRole(ctx, "manager", "hr");
  return c.json(await readTeam(ctx, me, c.req.valid("query").date ?? todayOf(ctx)), 200);
});
