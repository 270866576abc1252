import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { findProject, listProjects, type ProjectView } from "@today/db/project";
import { json, refusesSigned } from "../answer.ts";
import { authorOf } from "../author.ts";
import { Refusal } from "../error.ts";
import { changeProject } from "../operations/change-project.ts";
import { createProject } from "../operations/create-project.ts";
import { Project, ProjectChange, ProjectInput } from "../schema/project.ts";
import { ProjectId } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";

const example = { id: "p-guanlang", code: "GL-02", name: "综合管廊二期", shortName: "管廊二期", mark: "廊" };
const params = z.object({ id: ProjectId });
const badBody = ["bad-json", "invalid-input", "body-too-large"] as const;

const list = createRoute({
  method: "get",
  path: "/api/projects",
  summary: "The projects I may see",
  ...bySession,
  request: { query: z.object({ status: z.enum(["active", "all"]).default("active") }) },
  responses: {
    200: json(z.object({ projects: z.array(Project) }).openapi("Projects"), "by code"),
    ...refusesSigned("invalid-input"),
  },
});

const create = createRoute({
  method: "post",
  path: "/api/projects",
  summary: "Create a project",
  ...bySession,
  request: { body: { required: true, ...json(ProjectInput, "`id` is made by the client", example) } },
  responses: {
    201: json(Project, "created"),
    200: json(Project, "was created before; nothing changed"),
    ...refusesSigned(...badBody, "forbidden", "not-found", "code-taken", "mark-taken", "version-conflict"),
  },
});

const read = createRoute({
  method: "get",
  path: "/api/projects/{id}",
  summary: "One project",
  ...bySession,
  request: { params },
  responses: { 200: json(Project, "the project"), ...refusesSigned("invalid-input", "not-found") },
});

const change = createRoute({
  method: "patch",
  path: "/api/projects/{id}",
  summary: "Change some fields of a project",
  ...bySession,
  request: { params, body: { required: true, ...json(ProjectChange, "what changes", { version: 1, name: "管廊" }) } },
  responses: {
    200: json(Project, "changed"),
    ...refusesSigned(...badBody, "forbidden", "not-found", "code-taken", "mark-taken", "version-conflict"),
  },
});

export const project = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const projects = await listProjects(c.var.ctx.db, authorOf(c.var.ctx), c.req.valid("query").status);
    return c.json({ projects: projects.map(viewOf) }, 200);
  })
  .openapi(create, async (c) => {
    const { startsOn = null, closedOn = null, ...rest } = c.req.valid("json");
    const { created, project: written } = await createProject(c.var.ctx, { ...rest, startsOn, closedOn });
    return created ? c.json(viewOf(written), 201) : c.json(viewOf(written), 200);
  })
  .openapi(read, async (c) => {
    const found = await findProject(c.var.ctx.db, authorOf(c.var.ctx), c.req.valid("param").id);
    if (found === null) throw new Refusal("not-found");
    return c.json(viewOf(found), 200);
  })
  .openapi(change, async (c) => {
    const { version, ...wished } = c.req.valid("json");
    const fields = Object.fromEntries(Object.entries(wished).filter(([, value]) => value !== undefined));
    return c.json(viewOf(await changeProject(c.var.ctx, { id: c.req.valid("param").id, version, fields })), 200);
  });

function viewOf(found: ProjectView) {
  return { ...found, managers: [...found.managers] };
}
