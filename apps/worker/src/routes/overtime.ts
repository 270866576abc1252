import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { isManaged } from "@today/db/overtime";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole, todayOf } from "../author.ts";
import type { OvertimeMonth as MonthView } from "../contract.ts";
import { Refusal } from "../error.ts";
import { Id } from "../schema/quantity.ts";
import { Month, OvertimeMonth, OvertimePeople } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";
import { viewOvertime } from "../views/overtime.ts";

const mostListed = 200;

const one = createRoute({
  method: "get",
  path: "/api/overtime",
  summary: "A month's overtime, mine or of somebody whom I look after",
  ...bySession,
  request: { query: z.object({ month: Month.optional(), person: Id.optional() }) },
  responses: {
    200: json(OvertimeMonth, "with a forecast to the month's end"),
    ...refusesSigned("invalid-input", "not-found"),
  },
});

const people = createRoute({
  method: "get",
  path: "/api/overtime/people",
  summary: "Who is near the month's limit",
  ...bySession,
  request: { query: z.object({ month: Month.optional() }) },
  responses: {
    200: json(OvertimePeople, "my projects' people, for HR everybody; those nearest the limit first"),
    ...refusesSigned("invalid-input", "forbidden"),
  },
});

export const overtime = new OpenAPIHono<Door>()
  .openapi(one, async (c) => {
    const { ctx, me } = c.var;
    const { month = todayOf(ctx).slice(0, 7), person = me.id } = c.req.valid("query");
    const isMine = person === me.id || ctx.actor.roles.includes("hr");
    if (!isMine && !(await isManaged(ctx.db, authorOf(ctx), { person, month }))) throw new Refusal("not-found");
    const [found] = await viewOvertime(ctx, month, { whose: "named", people: [person] });
    if (found === undefined) throw new Refusal("not-found");
    return c.json(found, 200);
  })
  .openapi(people, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "manager", "hr");
    const { month = todayOf(ctx).slice(0, 7) } = c.req.valid("query");
    const whose = ctx.actor.roles.includes("hr") ? "all" : "managed";
    const found = (await viewOvertime(ctx, month, { whose, people: [] })).sort(nearestFirst);
    return c.json({ month, people: found.slice(0, mostListed), more: Math.max(0, found.length - mostListed) }, 200);
  });

function nearestFirst(a: MonthView, b: MonthView): number {
  return b.forecast - a.forecast || b.minutes - a.minutes || (a.person.name < b.person.name ? -1 : 1);
}
