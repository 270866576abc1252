import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { setDefaultProject } from "../operations/set-default-project.ts";
import { DefaultProjectInput, Session } from "../schema/session.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readSession } from "../views/session.ts";

const set = createRoute({
  method: "put",
  path: "/api/me/default-project",
  summary: "The project of my minutes when nothing else tells",
  ...bySession,
  request: {
    body: { required: true, ...json(DefaultProjectInput, "null clears it", { projectId: "p-guanlang" }) },
  },
  responses: {
    200: json(Session, "who I am now"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "project-not-bookable"),
  },
});

export const me = new OpenAPIHono<Door>().openapi(set, async (c) => {
  const { ctx, me: person } = c.var;
  const { projectId } = c.req.valid("json");
  await setDefaultProject(ctx, projectId);
  return c.json(await readSession(ctx, { ...person, defaultProject: projectId }), 200);
});
