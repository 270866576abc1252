import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { listMatching } from "@today/db/account-list";
import { sourceOf } from "@today/db/account-told";
import { listRemoteProjects, listRemoteTasks } from "@today/db/remote-list";
import { listTargetRuns } from "@today/db/target-run";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { startReading } from "../operations/start-target-run.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { AccountState } from "../schema/account.ts";
import { Id } from "../schema/quantity.ts";
import {
  RemoteId,
  RemotePeople,
  RemoteProjects,
  RemoteTasks,
  TargetRun,
  TargetRunInput,
  TargetRuns,
} from "../schema/remote.ts";
import { bySession, type Door } from "../signed-in.ts";
import { demandTarget } from "../targets/open.ts";
import { isoOf } from "../views/instant.ts";
import { targetRunView } from "../views/target-run.ts";

const params = z.object({ id: Id });
const page = { q: z.string().trim().max(64).default(""), cursor: z.string().max(1000).optional() };
const truth = z.enum(["true", "false"]);
const refused = ["invalid-input", "forbidden", "not-found"] as const;

const start = createRoute({
  method: "post",
  path: "/api/targets/{id}/runs",
  summary: "Read projects, tasks and people of a connected product",
  ...bySession,
  request: { params, body: { required: true, ...json(TargetRunInput, "what", { kind: "read" as const }) } },
  responses: {
    202: json(TargetRun, "under way, now or before; one that failed today goes on where it stopped"),
    ...refusesSigned("bad-json", "body-too-large", ...refused),
  },
});

const runs = createRoute({
  method: "get",
  path: "/api/targets/{id}/runs",
  summary: "How readings of a connected product went",
  ...bySession,
  request: { params, query: z.object({ kind: z.enum(["read", "compare"]).optional() }) },
  responses: { 200: json(TargetRuns, "the last twenty"), ...refusesSigned(...refused) },
});

const projects = createRoute({
  method: "get",
  path: "/api/targets/{id}/projects",
  summary: "Projects of a connected product",
  ...bySession,
  request: { params, query: z.object({ ...page, linked: truth.optional() }) },
  responses: { 200: json(RemoteProjects, "50 by name"), ...refusesSigned(...refused) },
});

const tasks = createRoute({
  method: "get",
  path: "/api/targets/{id}/tasks",
  summary: "Tasks of a connected product",
  ...bySession,
  request: { params, query: z.object({ ...page, project: RemoteId.optional(), open: truth.default("true") }) },
  responses: { 200: json(RemoteTasks, "50 by title"), ...refusesSigned(...refused) },
});

const people = createRoute({
  method: "get",
  path: "/api/targets/{id}/people",
  summary: "People of a connected product and who they are here",
  ...bySession,
  request: { params, query: z.object({ ...page, state: AccountState.optional() }) },
  responses: { 200: json(RemotePeople, "50 by user name"), ...refusesSigned(...refused) },
});

/** What is there, as it was read last. */
export const remote = new OpenAPIHono<Door>()
  .openapi(start, async (c) => {
    const { ctx } = c.var;
    const { full } = c.req.valid("json");
    const { run } = await startReading(ctx, { targetId: c.req.valid("param").id, full });
    return c.json(targetRunView(run, ctx), 202);
  })
  .openapi(runs, async (c) => {
    const { ctx } = c.var;
    const targetId = await targetOf(ctx, c.req.valid("param").id);
    const listed = await listTargetRuns(ctx.db, ctx.company.id, { targetId, kind: c.req.valid("query").kind ?? null });
    return c.json({ runs: listed.map((run) => targetRunView(run, ctx)) }, 200);
  })
  .openapi(projects, async (c) => {
    const { ctx } = c.var;
    const targetId = await targetOf(ctx, c.req.valid("param").id);
    const { q: text, cursor, linked } = c.req.valid("query");
    const wish = { targetId, text, after: placeOf(cursor), linked: linked === undefined ? null : linked === "true" };
    const { rows, next } = await listRemoteProjects(ctx.db, authorOf(ctx), wish);
    const listed = rows.map((row) => ({
      ...row,
      readAt: isoOf(row.readAt, ctx.company.zone),
      tasksUntil: row.tasksUntil === null ? null : isoOf(row.tasksUntil, ctx.company.zone),
      projects: [...row.projects],
    }));
    return c.json({ projects: listed, next: cursorOf(next) }, 200);
  })
  .openapi(tasks, async (c) => {
    const { ctx } = c.var;
    const targetId = await targetOf(ctx, c.req.valid("param").id);
    const { q: text, cursor, project = null, open } = c.req.valid("query");
    const wish = { targetId, text, after: placeOf(cursor), project, open: open === "true" };
    const { rows, next } = await listRemoteTasks(ctx.db, authorOf(ctx), wish);
    const listed = rows.map((row) => ({
      ...row,
      updatedAt: row.updatedAt === null ? null : isoOf(row.updatedAt, ctx.company.zone),
      projects: [...row.projects],
    }));
    return c.json({ tasks: listed, next: cursorOf(next) }, 200);
  })
  .openapi(people, async (c) => {
    const { ctx } = c.var;
    const source = sourceOf(await targetOf(ctx, c.req.valid("param").id));
    const { q: text, cursor, state = null } = c.req.valid("query");
    const found = await listMatching(ctx.db, authorOf(ctx), { state, source, text, after: placeOf(cursor) });
    const listed = found.accounts.map((one) => ({ ...one, people: [...one.people] }));
    return c.json({ people: listed, next: cursorOf(found.next), counts: found.counts }, 200);
  });

async function targetOf(ctx: Context, id: string): Promise<string> {
  demandRole(ctx, "admin");
  return (await demandTarget(ctx, id)).id;
}
