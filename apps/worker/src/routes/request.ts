import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { parseClockTime } from "@today/core/time/clock-time";
import { readDayRight } from "@today/db/day-right";
import type { RequestContent } from "@today/db/request-content";
import { json, refusesSigned } from "../answer.ts";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { askRequest } from "../operations/ask-request.ts";
import { withdrawRequest } from "../operations/withdraw-request.ts";
import { Id } from "../schema/quantity.ts";
import { RequestInput, Requests, RequestView } from "../schema/request.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readRequests } from "../views/request.ts";

const example = {
  id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11",
  date: "2026-09-16",
  kind: "clock-out",
  at: "18:00",
  reason: "忘了打卡",
} as const;

const ask = createRoute({
  method: "post",
  path: "/api/requests",
  summary: "Ask for a change of a day of mine, or enter one for somebody I manage",
  ...bySession,
  request: { body: { required: true, ...json(RequestInput, "`id` is made by the client", example) } },
  responses: {
    201: json(RequestView, "recorded; a waiting one of the same kind and date is withdrawn"),
    200: json(RequestView, "was recorded before; nothing changed"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "not-found", "date-out-of-range"] as const),
      ...(["calendar-year-missing", "period-approvers-only", "project-not-bookable", "request-empty"] as const),
      ...(["request-id-reused", "split-part-not-positive", "split-too-long"] as const),
    ),
  },
});

const list = createRoute({
  method: "get",
  path: "/api/requests",
  summary: "Requests of mine, of my projects, for HR of everybody",
  ...bySession,
  request: { query: z.object({ state: z.enum(["waiting", "all"]).default("waiting"), person: Id.optional() }) },
  responses: {
    200: json(Requests, "those of everybody: of the last 92 days"),
    ...refusesSigned("invalid-input", "not-found"),
  },
});

const withdraw = createRoute({
  method: "delete",
  path: "/api/requests/{id}",
  summary: "Take back a waiting request of mine",
  ...bySession,
  request: { params: z.object({ id: z.uuid().openapi({ example: example.id }) }) },
  responses: {
    204: { description: "withdrawn, now or before" },
    ...refusesSigned("invalid-input", "not-found", "request-answered"),
  },
});

export const request = new OpenAPIHono<Door>()
  .openapi(ask, async (c) => {
    const { ctx, me } = c.var;
    const input = c.req.valid("json");
    const { id, date, reason, personId = me.id } = input;
    const { created, request } = await askRequest(ctx, { id, date, reason, personId, ...contentOf(input) });
    return created ? c.json(request, 201) : c.json(request, 200);
  })
  .openapi(list, async (c) => {
    const { ctx } = c.var;
    const { state, person = null } = c.req.valid("query");
    const own = await ownProjects(ctx, person);
    return c.json(await readRequests(ctx, { person, waiting: state === "waiting" }, own), 200);
  })
  .openapi(withdraw, async (c) => {
    await withdrawRequest(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });

/** The projects whose requests the actor may see, null for all; refuses `not-found` for a person who is none of theirs. */
async function ownProjects(ctx: Context, person: string | null): Promise<ReadonlySet<string> | null> {
  if (person === ctx.actor.id) return null;
  const author = authorOf(ctx);
  const range = { person: person ?? author.person, from: author.today, to: author.today };
  const right = await readDayRight(ctx.db, author, range);
  if (person !== null && !right.all && (!right.exists || right.spans.length === 0)) throw new Refusal("not-found");
  return right.all ? null : new Set(right.own);
}

function contentOf(input: z.output<typeof RequestInput>): RequestContent {
  switch (input.kind) {
    case "clock-in":
    case "clock-out":
      return { kind: input.kind, body: { minute: minuteOf(input.at) } };
    case "pick": {
      const from = input.from == null ? null : minuteOf(input.from);
      return { kind: input.kind, body: { project: input.projectId, task: input.taskId ?? null, from } };
    }
    case "split": {
      const parts = input.parts.map(({ projectId, taskId, minutes }) => {
        return { project: projectId, task: taskId ?? null, minutes };
      });
      return { kind: input.kind, body: { parts } };
    }
    case "overtime":
      return { kind: input.kind, body: { start: minuteOf(input.start), end: minuteOf(input.end), lieu: input.lieu } };
    case "note":
      return { kind: input.kind, body: {} };
  }
}

function minuteOf(clock: string): number {
  const minute = parseClockTime(clock);
  if (minute === null) throw new Refusal("invalid-input", { fields: [{ path: "at", message: "not a clock time" }] });
  return minute;
}
