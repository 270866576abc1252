import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { readPeriods } from "@today/db/period";
import { json } from "../../answer.ts";
import { todayOf } from "../../author.ts";
import { byKey } from "../../public/door.ts";
import { refusesKeyed } from "../../public/refusals.ts";
import { PublicPeriods } from "../../schema/public.ts";
import type { Door } from "../../signed-in.ts";
import { isoOf } from "../../views/instant.ts";

const listed = 13;

const list = createRoute({
  method: "get",
  path: "/v1/periods",
  summary: "账期 · Periods",
  description:
    "最近 13 个和所有动过的账期，新的在前。`closed` 之后工时不再变，变化只以调整出现。\n\nThe last 13 and all that were ever moved, newest first. After `closed` hours do not change; changes come as adjustments.",
  ...byKey("hours:read"),
  responses: {
    200: json(PublicPeriods, "the newest first", {
      items: [
        {
          ...{ id: "2026-08", first: "2026-08-01", last: "2026-08-31", state: "closed" },
          changedAt: "2026-09-02T10:00:00+08:00",
        },
      ],
    }),
    ...refusesKeyed(),
  },
});

export const publicPeriods = new OpenAPIHono<Door>().openapi(list, async (c) => {
  const { ctx } = c.var;
  const { id: company, zone } = ctx.company;
  const periods = await readPeriods(ctx.db, company, { today: todayOf(ctx), count: listed });
  const items = periods.map(({ id, first, last, state, changedAt }) => {
    return { id, first, last, state, changedAt: changedAt === null ? null : isoOf(changedAt, zone) };
  });
  return c.json({ items }, 200);
});
