import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { searchPeople } from "@today/db/person";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import { PersonBrief } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";

const search = createRoute({
  method: "get",
  path: "/api/people",
  summary: "Find people by name, id or number",
  ...bySession,
  request: { query: z.object({ q: z.string().trim().max(64).default("") }) },
  responses: {
    200: json(z.object({ people: z.array(PersonBrief) }).openapi("People"), "at most 20"),
    ...refusesSigned("invalid-input", "forbidden"),
  },
});

export const people = new OpenAPIHono<Door>().openapi(search, async (c) => {
  const { ctx } = c.var;
  demandRole(ctx, "manager", "hr", "admin");
  return c.json({ people: await searchPeople(ctx.db, authorOf(ctx), c.req.valid("query").q) }, 200);
});
