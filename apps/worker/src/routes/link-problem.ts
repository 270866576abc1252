import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { readPauses } from "@today/db/call-pause";
import { readProblems } from "@today/db/link-problem";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { LinkProblems } from "../schema/link-problem.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const read = createRoute({
  method: "get",
  path: "/api/sync/problems",
  summary: "What stands in the way of DingTalk's calls now, and which of them wait until when",
  ...bySession,
  responses: {
    200: json(LinkProblems, "a problem goes when a call of its API succeeds"),
    ...refusesSigned("forbidden"),
  },
});

export const linkProblem = new OpenAPIHono<Door>().openapi(read, async (c) => {
  const { db, company, now } = c.var.ctx;
  demandRole(c.var.ctx, "admin");
  const problems = await readProblems(db, company.id);
  const pauses = (await readPauses(db, company.id)).filter(({ until }) => until > now);
  const iso = (at: number) => isoOf(at, company.zone);
  return c.json(
    {
      problems: problems.map((one) => ({
        ...{ ...one, since: iso(one.since), lastAt: iso(one.lastAt) },
        detail: { ...one.detail, missingScopes: [...one.detail.missingScopes] },
      })),
      pauses: pauses.map(({ tryUntil: _, ...one }) => ({ ...one, since: iso(one.since), until: iso(one.until) })),
    },
    200,
  );
});
