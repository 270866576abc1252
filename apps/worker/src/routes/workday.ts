import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { saveSplit } from "../operations/save-split.ts";
import { demandRange } from "../range.ts";
import { DayDetail, SplitInput, SplitView, Workday } from "../schema/day.ts";
import { ProjectBrief } from "../schema/project.ts";
import { DayKind, Id, Instant, WorkDate } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readDay, readDays } from "../views/days.ts";

const Workdays = z
  .object({
    now: Instant,
    workdays: z.array(Workday),
    projects: z.array(ProjectBrief),
    dayKinds: z.record(WorkDate, DayKind).openapi({ description: "of every day of the range in a published year" }),
  })
  .openapi("Workdays");

const list = createRoute({
  method: "get",
  path: "/api/workdays",
  summary: "Settled days of a range, mine or a person's whom I may see",
  ...bySession,
  request: { query: z.object({ from: WorkDate, to: WorkDate, person: Id.optional() }) },
  responses: {
    200: json(Workdays, "one row a day"),
    ...refusesSigned("invalid-input", "range-reversed", "range-too-long", "not-found"),
  },
});

const day = createRoute({
  method: "get",
  path: "/api/workdays/{date}",
  summary: "One day with everything that stands behind it",
  ...bySession,
  request: { params: z.object({ date: WorkDate }), query: z.object({ person: Id.optional() }) },
  responses: {
    200: json(DayDetail, "the day"),
    ...refusesSigned("invalid-input", "not-found", "calendar-year-missing"),
  },
});

const split = createRoute({
  method: "put",
  path: "/api/workdays/{date}/split",
  summary: "Divide a day of mine, or enter it for somebody I manage; no parts withdraw the split",
  ...bySession,
  request: {
    params: z.object({ date: WorkDate }),
    body: {
      required: true,
      ...json(SplitInput, "`version` is the day's as I have seen it", {
        version: 1,
        parts: [
          { projectId: "p-guanlang", minutes: 240 },
          { projectId: "p-shuiwu", minutes: 240 },
        ],
      }),
    },
  },
  responses: {
    200: json(SplitView, "recorded"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "date-out-of-range", "calendar-year-missing"] as const),
      ...(["project-not-bookable", "split-part-not-positive", "split-too-long", "version-conflict"] as const),
      ...(["period-closed", "period-approvers-only", "not-found", "reason-missing"] as const),
    ),
  },
});

export const workday = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    const { from, to, person = c.var.me.id } = c.req.valid("query");
    demandRange(from, to);
    return c.json(await readDays(c.var.ctx, { person, from, to }), 200);
  })
  .openapi(day, async (c) => {
    const { ctx, me } = c.var;
    const { person = me.id } = c.req.valid("query");
    return c.json(await readDay(ctx, me, { person, date: c.req.valid("param").date }), 200);
  })
  .openapi(split, async (c) => {
    const { ctx, me } = c.var;
    const { version, parts, personId: person = me.id, reason = null } = c.req.valid("json");
    const wish = parts.map(({ projectId, taskId = null, minutes }) => ({ project: projectId, task: taskId, minutes }));
    const { date } = c.req.valid("param");
    return c.json(await saveSplit(ctx, me, { date, version, parts: wish, person, reason }), 200);
  });
