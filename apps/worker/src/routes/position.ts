import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { setPositions } from "../operations/set-positions.ts";
import { Positions, PositionsInput } from "../schema/account.ts";
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
  .openapi(set, async (c) => {
    await setPositions(c.var.ctx, c.req.valid("json"));
    return c.body(null, 204);
  });
