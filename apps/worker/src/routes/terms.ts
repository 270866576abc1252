import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { type Terms as CoreTerms, defaultTerms } from "@today/core/terms";
import { listTerms } from "@today/db/terms";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import { removeTerms, setTerms } from "../operations/set-terms.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { Id, WorkDate } from "../schema/quantity.ts";
import { TermsInput, TermsPage } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";

const params = z.object({ id: Id, startsOn: WorkDate });
const unsaid = { ...termsView(defaultTerms), startsOn: null };
const example = { system: "comprehensive" as const, cycle: "quarter" as const, dailyMinutes: 480 };

const list = createRoute({
  method: "get",
  path: "/api/terms",
  summary: "Under what terms people work",
  ...bySession,
  request: {
    query: z.object({ q: z.string().trim().max(64).default(""), cursor: z.string().max(400).optional() }),
  },
  responses: { 200: json(TermsPage, "50 people by name"), ...refusesSigned("invalid-input", "forbidden") },
});

const set = createRoute({
  method: "put",
  path: "/api/people/{id}/terms/{startsOn}",
  summary: "Say under what terms somebody works from a date on",
  ...bySession,
  request: { params, body: { required: true, ...json(TermsInput, "all of it", example) } },
  responses: {
    204: { description: "said, now or before" },
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"] as const),
      ...(["period-closed", "terms-malformed"] as const),
    ),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/people/{id}/terms/{startsOn}",
  summary: "Take terms of work back",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "taken back, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found", "period-closed"),
  },
});

export const terms = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "hr", "finance", "admin");
    const { q, cursor } = c.req.valid("query");
    const { people, next } = await listTerms(ctx.db, authorOf(ctx), { text: q, after: placeOf(cursor) });
    const shown = people.map((one) => ({ ...one, terms: [unsaid, ...one.terms.map(termsView)] }));
    return c.json({ people: shown, next: cursorOf(next) }, 200);
  })
  .openapi(set, async (c) => {
    const { id, startsOn } = c.req.valid("param");
    await setTerms(c.var.ctx, id, { from: startsOn, ...c.req.valid("json") });
    return c.body(null, 204);
  })
  .openapi(remove, async (c) => {
    const { id, startsOn } = c.req.valid("param");
    await removeTerms(c.var.ctx, id, startsOn);
    return c.body(null, 204);
  });

function termsView({ from, ...rest }: CoreTerms) {
  return { startsOn: from, ...rest };
}
