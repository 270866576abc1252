import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { formatClockTime, parseClockTime } from "@today/core/time/clock-time";
import { json, refusesSigned } from "../answer.ts";
import { enterPick, recordPick } from "../operations/record-pick.ts";
import { withdrawPick } from "../operations/withdraw-pick.ts";
import { PickInput, PickView } from "../schema/day.ts";
import { byClaim, bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";

const example = {
  id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11",
  date: "2026-09-17",
  projectId: "p-guanlang",
  from: "13:00",
};

const make = createRoute({
  method: "post",
  path: "/api/picks",
  summary: "Choose a project for a day of mine, or from a time of it on; or enter it for somebody I manage",
  ...byClaim,
  request: { body: { required: true, ...json(PickInput, "`id` is made by the client", example) } },
  responses: {
    201: json(PickView, "recorded"),
    200: json(PickView, "was recorded before; nothing changed"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large"] as const),
      ...(["date-out-of-range", "project-not-bookable", "pick-id-reused"] as const),
      ...(["period-closed", "period-approvers-only", "not-found", "reason-missing"] as const),
    ),
  },
});

const withdraw = createRoute({
  method: "delete",
  path: "/api/picks/{id}",
  summary: "Undo a pick of mine",
  ...bySession,
  request: { params: z.object({ id: z.uuid().openapi({ example: example.id }) }) },
  responses: {
    204: { description: "withdrawn, now or before" },
    ...refusesSigned("invalid-input", "not-found", "date-out-of-range", "period-closed", "period-approvers-only"),
  },
});

export const pick = new OpenAPIHono<Door>()
  .openapi(make, async (c) => {
    const { ctx, claim } = c.var;
    const { id, date, projectId, taskId = null, from: clock = null, ...by } = c.req.valid("json");
    const from = clock === null ? null : parseClockTime(clock);
    const { personId: person = claim.person, reason = null } = by;
    const wish = { id, date, project: projectId, task: taskId, from, reason };
    const isOwn = person === claim.person;
    const made = isOwn ? await recordPick(ctx, claim, wish) : await enterPick(ctx, claim, { ...wish, person });
    const { created, madeAt, madeBy } = made;
    const answer = {
      ...{ id, date, projectId, taskId, from: from === null ? null : formatClockTime(from) },
      madeAt: isoOf(madeAt, ctx.company.zone),
      madeBy,
    };
    return created ? c.json(answer, 201) : c.json(answer, 200);
  })
  .openapi(withdraw, async (c) => {
    await withdrawPick(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });
