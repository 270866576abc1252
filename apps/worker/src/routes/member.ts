import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listMembers } from "@today/db/member";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demand } from "../author.ts";
import { removeMember } from "../operations/remove-member.ts";
import { setMembers } from "../operations/set-members.ts";
import { Member, MembersInput } from "../schema/project.ts";
import { Id, ProjectId } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";

const Members = z.object({ members: z.array(Member) }).openapi("Members");
const params = z.object({ id: ProjectId });
const example = {
  members: [{ personId: "zhao001", role: "member", plannedFrom: "2026-09-14", plannedTo: "2026-09-18" }],
};

const list = createRoute({
  method: "get",
  path: "/api/projects/{id}/members",
  summary: "The people of a project",
  ...bySession,
  request: { params },
  responses: { 200: json(Members, "managers first"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const set = createRoute({
  method: "put",
  path: "/api/projects/{id}/members",
  summary: "Add or replace members; others stay",
  ...bySession,
  request: { params, body: { required: true, ...json(MembersInput, "all of them or none", example) } },
  responses: {
    200: json(Members, "the people of the project now"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/projects/{id}/members/{personId}",
  summary: "Take somebody out of a project; what they booked stays",
  ...bySession,
  request: { params: params.extend({ personId: Id }) },
  responses: {
    204: { description: "out, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

export const member = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { standing, members } = await listMembers(c.var.ctx.db, authorOf(c.var.ctx), c.req.valid("param").id);
    demand(standing, "manager", "hr", "admin");
    return c.json({ members }, 200);
  })
  .openapi(set, async (c) => {
    const { ctx } = c.var;
    const { id } = c.req.valid("param");
    const members = c.req.valid("json").members.map(({ personId, role, ...span }) => ({
      ...{ personId, role, startsOn: span.startsOn ?? null, endsOn: span.endsOn ?? null },
      ...{ plannedFrom: span.plannedFrom ?? null, plannedTo: span.plannedTo ?? null },
    }));
    await setMembers(ctx, { project: id, members });
    return c.json({ members: (await listMembers(ctx.db, authorOf(ctx), id)).members }, 200);
  })
  .openapi(remove, async (c) => {
    const { id, personId } = c.req.valid("param");
    await removeMember(c.var.ctx, { project: id, person: personId });
    return c.body(null, 204);
  });
