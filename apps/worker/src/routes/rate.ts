import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { termsOn } from "@today/core/terms";
import { listRates } from "@today/db/rate";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole, todayOf } from "../author.ts";
import { removeRate, setRate } from "../operations/set-rate.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { Id, WorkDate } from "../schema/quantity.ts";
import { RateInput, RatesPage } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";

const params = z.object({ id: Id, startsOn: WorkDate });

const list = createRoute({
  method: "get",
  path: "/api/rates",
  summary: "What an hour of people costs",
  ...bySession,
  request: {
    query: z.object({ q: z.string().trim().max(64).default(""), cursor: z.string().max(400).optional() }),
  },
  responses: { 200: json(RatesPage, "50 people by name"), ...refusesSigned("invalid-input", "forbidden") },
});

const set = createRoute({
  method: "put",
  path: "/api/people/{id}/rates/{startsOn}",
  summary: "Say what an hour of somebody costs from a date on",
  ...bySession,
  request: { params, body: { required: true, ...json(RateInput, "fen an hour or a month", { fenPerHour: 8000 }) } },
  responses: {
    204: { description: "said, now or before" },
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found", "period-closed"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/people/{id}/rates/{startsOn}",
  summary: "Take a rate back",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "taken back, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found", "period-closed"),
  },
});

export const rate = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "finance");
    const { q, cursor } = c.req.valid("query");
    const { people, next } = await listRates(ctx.db, authorOf(ctx), { text: q, after: placeOf(cursor) });
    const shown = people.map(({ person, rates, terms }) => ({
      person,
      rates: rates.map(({ from, fenPerHour }) => ({ startsOn: from, fenPerHour })),
      dailyMinutes: termsOn(terms, todayOf(ctx)).dailyMinutes,
    }));
    return c.json({ people: shown, next: cursorOf(next) }, 200);
  })
  .openapi(set, async (c) => {
    const { id, startsOn } = c.req.valid("param");
    await setRate(c.var.ctx, { person: id, startsOn }, c.req.valid("json"));
    return c.body(null, 204);
  })
  .openapi(remove, async (c) => {
    const { id, startsOn } = c.req.valid("param");
    await removeRate(c.var.ctx, { person: id, startsOn });
    return c.body(null, 204);
  });
