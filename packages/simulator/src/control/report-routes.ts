import { Hono } from "hono";
import { parseDay } from "../company/beijing.ts";
import type { House } from "../house.ts";
import { REPORT_COLUMNS } from "../world/report-column.ts";
import { askedOf, numberIn, Problem, textIn } from "./asked.ts";

/** Lets 智能统计 say something else than the punches do. */
export function reportRoutes({ ground, changed }: House): Hono {
  const { world } = ground;
  const routes = new Hono();
  routes.post("/report-difference", async (context) => {
    const asked = await askedOf(context.req.raw);
    const userId = textIn(asked, "userId");
    if (!world.person(userId)) throw new Problem("nobody here is called so", 404);
    const alias = textIn(asked, "column");
    if (!REPORT_COLUMNS.some((column) => column.alias === alias)) throw new Problem("column is none of the aliases");
    const day = parseDay(textIn(asked, "workDate"));
    if (day === null) throw new Problem("workDate is not like 2026-09-15");
    const difference = { userId, alias, day, add: numberIn(asked, "add") };
    world.apply({ kind: "report-difference", difference });
    changed();
    return context.json({ differences: world.reportDifferences });
  });
  routes.delete("/report-difference", (context) => {
    world.apply({ kind: "report-difference", difference: null });
    changed();
    return context.json({ differences: [] });
  });
  return routes;
}
