import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import {
  countMatches,
  readComparableTargets,
  readComparedRows,
  readComparedSums,
  readForeign,
  readWaiting,
  type TargetMonth,
} from "@today/db/comparison-page";
import { listTargetRuns } from "@today/db/target-run";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, demandRole } from "../author.ts";
import { compareTarget } from "../operations/compare-target.ts";
import { mendWorklogs } from "../operations/mend-worklogs.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { Comparison, ComparisonInput, ComparisonQuery, Comparisons, MendInput } from "../schema/comparison.ts";
import { Id } from "../schema/quantity.ts";
import { TargetRun } from "../schema/remote.ts";
import { bySession, type Door } from "../signed-in.ts";
import { demandTarget } from "../targets/open.ts";
import { comparableView, comparedView, personSumView, projectSumView } from "../views/comparison.ts";
import { isoOf } from "../views/instant.ts";
import { targetRunView } from "../views/target-run.ts";

const shown = 50;
const params = z.object({ id: Id });
const badBody = [
  "bad-json",
  "invalid-input",
  "body-too-large",
  "forbidden",
  "not-found",
  "comparison-running",
] as const;

const list = createRoute({
  method: "get",
  path: "/api/comparisons",
  summary: "Connected products whose hours can be compared, and which month was last",
  ...bySession,
  responses: { 200: json(Comparisons, "the oldest first"), ...refusesSigned("forbidden") },
});

const show = createRoute({
  method: "get",
  path: "/api/targets/{id}/comparison",
  summary: "A month of hours beside what is there, as it was read back last",
  ...bySession,
  request: { params, query: ComparisonQuery },
  responses: {
    200: json(Comparison, "what does not agree first"),
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const compare = createRoute({
  method: "post",
  path: "/api/targets/{id}/comparisons",
  summary: "Read a month back from a connected product",
  ...bySession,
  request: { params, body: { required: true, ...json(ComparisonInput, "which", { month: "2026-09" }) } },
  responses: { 202: json(TargetRun, "under way, now or before"), ...refusesSigned(...badBody) },
});

const mend = createRoute({
  method: "post",
  path: "/api/targets/{id}/mends",
  summary: "Make worklogs what they should be there, and read them back",
  ...bySession,
  request: {
    params,
    body: { required: true, ...json(MendInput, "which", { month: "2026-09", all: true as const }) },
  },
  responses: { 202: json(TargetRun, "under way"), ...refusesSigned(...badBody, "target-paused") },
});

/** 对账: what of a month stands at a connected product. */
export const comparison = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin", "hr", "finance");
    const targets = await readComparableTargets(ctx.db, authorOf(ctx));
    return c.json({ targets: targets.map((one) => comparableView(one, ctx)) }, 200);
  })
  .openapi(show, async (c) => {
    const { ctx } = c.var;
    demandRole(ctx, "admin", "hr", "finance");
    const { month, cursor } = c.req.valid("query");
    const after = placeOf(cursor);
    const { id, kind, name, state } = await demandTarget(ctx, c.req.valid("param").id);
    const { db, company } = ctx;
    const of: TargetMonth = { company: company.id, targetId: id, month };
    const [found, projects, people, matches, waiting, foreign, runs] = await Promise.all([
      readComparedRows(db, of, { after, limit: shown + 1 }),
      readComparedSums(db, of, "project"),
      readComparedSums(db, of, "person"),
      countMatches(db, of),
      readWaiting(db, of),
      readForeign(db, of),
      listTargetRuns(db, company.id, { targetId: id, kind: "compare" }),
    ]);
    const last = found.length > shown ? found[shown - 1] : undefined;
    const [run] = runs;
    const body = {
      ...{ target: { id, kind, name, state }, month, matches, waiting },
      readAt: foreign === null ? null : isoOf(foreign.readAt, company.zone),
      foreign: foreign === null ? null : { count: foreign.count, minutes: foreign.minutes },
      projects: projects.map(projectSumView),
      people: people.map(personSumView),
      run: run === undefined ? null : targetRunView(run, ctx),
      worklogs: found.slice(0, shown).map(comparedView),
      next: cursorOf(last === undefined ? null : [String(last.rank), last.key]),
    };
    return c.json(body, 200);
  })
  .openapi(compare, async (c) => {
    const { ctx } = c.var;
    const run = await compareTarget(ctx, { targetId: c.req.valid("param").id, ...c.req.valid("json") });
    return c.json(targetRunView(run, ctx), 202);
  })
  .openapi(mend, async (c) => {
    const { ctx } = c.var;
    const input = c.req.valid("json");
    const keys = "keys" in input ? input.keys : null;
    const wish = { targetId: c.req.valid("param").id, month: input.month, keys };
    return c.json(targetRunView(await mendWorklogs(ctx, wish), ctx), 202);
  });
