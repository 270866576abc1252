import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { Today } from "../schema/day.ts";
import { byClaim, type Door } from "../signed-in.ts";
import { readToday } from "../views/today.ts";

const read = createRoute({
  method: "get",
  path: "/api/today",
  summary: "My work date now",
  ...byClaim,
  responses: { 200: json(Today, "punches, workday, choices, suggestions"), ...refusesSigned("calendar-year-missing") },
});

export const today = new OpenAPIHono<Door>().openapi(read, async (c) =>
  c.json(await readToday(c.var.ctx, c.var.claim), 200),
);
