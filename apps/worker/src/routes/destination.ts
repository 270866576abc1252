import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listDestinations } from "@today/db/destination";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demand } from "../author.ts";
import { importProject } from "../operations/import-project.ts";
import { removeDestination, setDestination } from "../operations/set-destination.ts";
import { Id, ProjectId } from "../schema/quantity.ts";
import {
  Destination,
  DestinationInput,
  Destinations,
  ImportedProject,
  ImportedProjectInput,
} from "../schema/remote.ts";
import { bySession, type Door } from "../signed-in.ts";
import { destinationView } from "../views/destination.ts";

const params = z.object({ id: Id, projectId: ProjectId });
const badBody = ["bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"] as const;
const example = { version: 0, remoteProject: "7", remoteTask: "1024" };
const imported = { id: "p-guanlang", remoteProject: "7" };

const set = createRoute({
  method: "put",
  path: "/api/targets/{id}/destinations/{projectId}",
  summary: "Say where a project's hours go",
  ...bySession,
  request: { params, body: { required: true, ...json(DestinationInput, "a project there, and a task", example) } },
  responses: {
    200: json(Destination, "said, now or before"),
    ...refusesSigned(...badBody, "remote-unknown", "version-conflict"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/targets/{id}/destinations/{projectId}",
  summary: "Send a project's hours there no more",
  ...bySession,
  request: { params, query: z.object({ version: z.coerce.number().int().min(0) }) },
  responses: {
    204: { description: "none is there, now or before; hours that stand there are taken away" },
    ...refusesSigned("invalid-input", "forbidden", "version-conflict"),
  },
});

const make = createRoute({
  method: "post",
  path: "/api/targets/{id}/imported-projects",
  summary: "Make a project of ours of one that is there",
  ...bySession,
  request: {
    params: z.object({ id: Id }),
    body: { required: true, ...json(ImportedProjectInput, "`id` is made by the client", imported) },
  },
  responses: {
    201: json(ImportedProject, "made, now or before"),
    ...refusesSigned(...badBody, "code-taken", "mark-taken", "remote-unknown", "version-conflict"),
  },
});

const ofProject = createRoute({
  method: "get",
  path: "/api/projects/{id}/destinations",
  summary: "Where the hours of a project go",
  ...bySession,
  request: { params: z.object({ id: ProjectId }) },
  responses: {
    200: json(Destinations, "one a target at most"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

/** Where hours go. */
export const destination = new OpenAPIHono<Door>()
  .openapi(set, async (c) => {
    const { id: targetId, projectId } = c.req.valid("param");
    const said = await setDestination(c.var.ctx, { targetId, projectId, ...c.req.valid("json") });
    return c.json(destinationView(said, c.var.ctx), 200);
  })
  .openapi(remove, async (c) => {
    const { id: targetId, projectId } = c.req.valid("param");
    await removeDestination(c.var.ctx, { targetId, projectId, version: c.req.valid("query").version });
    return c.body(null, 204);
  })
  .openapi(make, async (c) => {
    const { ctx } = c.var;
    const made = await importProject(ctx, { targetId: c.req.valid("param").id, ...c.req.valid("json") });
    const project = { ...made.project, managers: [...made.project.managers] };
    return c.json({ project, destination: destinationView(made.destination, ctx) }, 201);
  })
  .openapi(ofProject, async (c) => {
    const { ctx } = c.var;
    const { standing, destinations } = await listDestinations(ctx.db, authorOf(ctx), c.req.valid("param").id);
    demand(standing, "manager", "admin");
    return c.json({ destinations: destinations.map((one) => destinationView(one, ctx)) }, 200);
  });
