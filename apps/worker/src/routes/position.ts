import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listPersonPositions } from "@today/db/position";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import { setPositions } from "../operations/set-positions.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { PersonPositions, Positions, PositionsInput } from "../schema/account.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readPositionView } from "../views/position.ts";

const example = {
  version: 0,
  positions: [{ code: "PM", nameZh: "项目经理", nameEn: "Project manager", patterns: ["pm"] }],
};

const show = createRoute({
  method: "get",
  path: "/api/positions",
  summary: "Standard positions, and the job titles that are none",
  ...bySession,
  responses: { 200: json(Positions, "in order"), ...refusesSigned("forbidden") },
});

const listPeople = createRoute({
  method: "get",
  path: "/api/positions/people",
  summary: "People with their positions",
  ...bySession,
  request: {
    query: z.object({ q: z.string().trim().max(64).default(""), cursor: z.string().max(400).optional() }),
  },
  responses: { 200: json(PersonPositions, "50 people by name"), ...refusesSigned("invalid-input", "forbidden") },
});

const set = createRoute({
  method: "put",
  path: "/api/positions",
  summary: "Replace the standard positions",
  ...bySession,
  request: { body: { required: true, ...json(PositionsInput, "all of them in order", example) } },
  responses: {
    204: { description: "replaced, now or before" },
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden"] as const),
      ...(["positions-malformed", "version-conflict"] as const),
    ),
  },
});

export const position = new OpenAPIHono<Door>()
  .openapi(show, async (c) => {
    demandRole(c.var.ctx, "hr", "admin");
    return c.json(await readPositionView(c.var.ctx), 200);
  })
  .openapi(listPeople, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "admin");
    const { q, cursor } = c.req.valid("query");
    const { people, next } = await listPersonPositions(ctx.db, authorOf(ctx), { text: q, after: placeOf(cursor) });
    return c.json({ people, next: cursorOf(next) }, 200);
  })
  .openapi(set, async (c) => {
    await setPositions(c.var.ctx, c.req.valid("json"));
    return c.body(null, 204);
  });
