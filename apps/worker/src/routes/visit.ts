import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readStanding } from "@today/db/role";
import { readVisits, type Visit } from "@today/db/visit";
import { readVisiting, setVisiting } from "@today/db/visiting";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demand } from "../author.ts";
import type { Context } from "../context.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { demandRange } from "../range.ts";
import { ProjectId } from "../schema/quantity.ts";
import { Visiting, VisitingInput, VisitQuery, Visits } from "../schema/visit.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const shown = 100;
const params = z.object({ id: ProjectId });

const list = createRoute({
  method: "get",
  path: "/api/visits",
  summary: "Check-ins in order of time: my own, of my projects' people, for HR all",
  ...bySession,
  request: { query: VisitQuery },
  responses: {
    200: json(Visits, `${shown} a page`),
    ...refusesSigned("invalid-input", "range-reversed", "range-too-long"),
  },
});

const read = createRoute({
  method: "get",
  path: "/api/projects/{id}/visiting",
  summary: "Whether a project takes its people's check-ins",
  ...bySession,
  request: { params },
  responses: { 200: json(Visiting, "since when"), ...refusesSigned("invalid-input", "not-found") },
});

const set = createRoute({
  method: "put",
  path: "/api/projects/{id}/visiting",
  summary: "Take the check-ins of a project's people from now on, or no longer; those kept stay",
  ...bySession,
  request: { params, body: { required: true, ...json(VisitingInput, "on or off", { on: true }) } },
  responses: {
    200: json(Visiting, "as it is now"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

export const visit = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    const { from, to, person = null, project = null, cursor } = c.req.valid("query");
    demandRange(from, to);
    const after = placeOf(cursor);
    const found = await readVisits(ctx.db, authorOf(ctx), { from, to, person, project, after, limit: shown + 1 });
    const last = found.length > shown ? found[shown - 1] : undefined;
    const visits = found.slice(0, shown).map((one) => viewOf(one, ctx.company.zone));
    return c.json({ visits, next: cursorOf(last === undefined ? null : [String(last.at), last.personId]) }, 200);
  })
  .openapi(read, async (c) => {
    const { ctx } = c.var;
    const { id } = c.req.valid("param");
    const standing = await readStanding(ctx.db, authorOf(ctx), id);
    demand({ ...standing, manages: true }, "manager");
    return c.json(await visitingOf(ctx, id), 200);
  })
  .openapi(set, async (c) => {
    const { ctx } = c.var;
    const { id } = c.req.valid("param");
    demand(await setVisiting(ctx.db, authorOf(ctx), { project: id, on: c.req.valid("json").on }), "manager", "admin");
    return c.json(await visitingOf(ctx, id), 200);
  });

async function visitingOf({ db, company }: Context, id: string) {
  const since = await readVisiting(db, company.id, id);
  return { on: since !== null, since: since === null ? null : isoOf(since, company.zone) };
}

function viewOf({ personId, name, title, at, photos, project, ...rest }: Visit, zone: string) {
  const person = { id: personId, name, title };
  return { ...rest, person, at: isoOf(at, zone), photos: [...photos], projectId: project };
}
