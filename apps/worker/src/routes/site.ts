import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listSites, type SiteRecord } from "@today/db/site";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demand } from "../author.ts";
import { removeSite } from "../operations/remove-site.ts";
import { setSite } from "../operations/set-site.ts";
import { Site, SiteInput } from "../schema/project.ts";
import { ProjectId } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";

const params = z.object({ id: ProjectId });
const SiteId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{1,64}$/)
  .openapi({ example: "north-gate" });
const example = { name: "北门", lat: 30.2741, lng: 120.1551, radius: 200, ssids: ["GL-SITE"], machines: [] };

const list = createRoute({
  method: "get",
  path: "/api/projects/{id}/sites",
  summary: "Where a project's work is done",
  ...bySession,
  request: { params },
  responses: {
    200: json(z.object({ sites: z.array(Site) }).openapi("Sites"), "by name"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const set = createRoute({
  method: "put",
  path: "/api/projects/{id}/sites/{siteId}",
  summary: "Write one site; its id is made by the client",
  ...bySession,
  request: {
    params: params.extend({ siteId: SiteId }),
    body: { required: true, ...json(SiteInput, "the site", example) },
  },
  responses: {
    200: json(Site, "written"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/projects/{id}/sites/{siteId}",
  summary: "Take a site away",
  ...bySession,
  request: { params: params.extend({ siteId: SiteId }) },
  responses: {
    204: { description: "gone, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const site = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { standing, sites } = await listSites(c.var.ctx.db, authorOf(c.var.ctx), c.req.valid("param").id);
    demand(standing, "manager", "hr", "admin");
    return c.json({ sites: sites.map(viewOf) }, 200);
  })
  .openapi(set, async (c) => {
    const { id, siteId } = c.req.valid("param");
    const { lat = null, lng = null, startsOn = null, endsOn = null, ...rest } = c.req.valid("json");
    const written = { id: siteId, ...rest, lat, lng, startsOn, endsOn };
    await setSite(c.var.ctx, { project: id, site: written });
    return c.json(viewOf(written), 200);
  })
  .openapi(remove, async (c) => {
    const { id, siteId } = c.req.valid("param");
    await removeSite(c.var.ctx, { project: id, site: siteId });
    return c.body(null, 204);
  });

function viewOf(record: SiteRecord) {
  return { ...record, ssids: [...record.ssids], machines: [...record.machines] };
}
