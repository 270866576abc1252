import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { demandPeriod } from "../named-period.ts";
import { askReopening, withdrawReopening } from "../operations/ask-reopening.ts";
import { movePeriod } from "../operations/move-period.ts";
import { removeGraceOf, setGrace } from "../operations/set-grace.ts";
import {
  GraceInput,
  GracePath,
  PeriodDetail,
  PeriodId,
  PeriodMove,
  PeriodSheet,
  Periods,
  ReopeningInput,
} from "../schema/period.ts";
import { bySession, type Door } from "../signed-in.ts";
import { readPeriod, readPeriodList, readPeriodSheet } from "../views/period.ts";

const params = z.object({ id: PeriodId });
const badBody = ["bad-json", "invalid-input", "body-too-large"] as const;
const readers = ["hr", "finance", "admin"] as const;
const closedRefusals = ["period-move-unknown", "period-not-over", "period-not-clean", "reason-missing"] as const;

const list = createRoute({
  method: "get",
  path: "/api/periods",
  summary: "The periods and where they stand",
  ...bySession,
  responses: { 200: json(Periods, "newest first"), ...refusesSigned("forbidden") },
});

const read = createRoute({
  method: "get",
  path: "/api/periods/{id}",
  summary: "One period, what is open in it and how it was closed",
  ...bySession,
  request: { params },
  responses: { 200: json(PeriodDetail, "the period"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const sheet = createRoute({
  method: "get",
  path: "/api/periods/{id}/sheet",
  summary: "A period's people with their figures, and what was booked late",
  ...bySession,
  request: { params },
  responses: { 200: json(PeriodSheet, "a row a person"), ...refusesSigned("invalid-input", "forbidden", "not-found") },
});

const move = createRoute({
  method: "post",
  path: "/api/periods/{id}/state",
  summary: "Open a period for approvers, back, or close it",
  ...bySession,
  request: {
    params,
    body: {
      required: true,
      ...json(PeriodMove, "`version` is the one seen", { version: 1, state: "closed" as const }),
    },
  },
  responses: {
    200: json(PeriodDetail, "moved, now or by the same request before"),
    ...refusesSigned(...badBody, "forbidden", "not-found", "version-conflict", ...closedRefusals),
  },
});

const reopen = createRoute({
  method: "post",
  path: "/api/periods/{id}/reopening",
  summary: "Ask for a closed period to be opened again; the second person opens it",
  ...bySession,
  request: { params, body: { required: true, ...json(ReopeningInput, "why", { reason: "漏了一个项目" }) } },
  responses: {
    200: json(PeriodDetail, "asked, or opened for approvers"),
    ...refusesSigned(...badBody, "forbidden", "not-found", "same-person", "period-move-unknown"),
  },
});

const withdraw = createRoute({
  method: "delete",
  path: "/api/periods/{id}/reopening",
  summary: "Take back that a period be opened again",
  ...bySession,
  request: { params },
  responses: {
    204: { description: "taken back, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found"),
  },
});

const grace = createRoute({
  method: "put",
  path: "/api/periods/{id}/graces/{personId}",
  summary: "Let somebody change their days until the end of a day",
  ...bySession,
  request: {
    params: GracePath,
    body: { required: true, ...json(GraceInput, "until when and why", { until: "2026-10-10", reason: "出差" }) },
  },
  responses: {
    204: { description: "given" },
    ...refusesSigned(...badBody, "forbidden", "not-found", "date-out-of-range", "period-closed"),
  },
});

const endGrace = createRoute({
  method: "delete",
  path: "/api/periods/{id}/graces/{personId}",
  summary: "Take somebody's grace back",
  ...bySession,
  request: { params: GracePath },
  responses: {
    204: { description: "taken back, now or before" },
    ...refusesSigned("invalid-input", "forbidden", "not-found", "period-closed"),
  },
});

export const period = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    demandRole(c.var.ctx, ...readers);
    return c.json(await readPeriodList(c.var.ctx), 200);
  })
  .openapi(read, async (c) => {
    demandRole(c.var.ctx, ...readers);
    return c.json(await readPeriod(c.var.ctx, await demandPeriod(c.var.ctx, c.req.valid("param").id)), 200);
  })
  .openapi(sheet, async (c) => {
    demandRole(c.var.ctx, ...readers);
    return c.json(await readPeriodSheet(c.var.ctx, await demandPeriod(c.var.ctx, c.req.valid("param").id)), 200);
  })
  .openapi(move, async (c) => {
    const { reason = null, ...wish } = c.req.valid("json");
    const moved = await movePeriod(c.var.ctx, { ...wish, id: c.req.valid("param").id, reason });
    return c.json(await readPeriod(c.var.ctx, moved), 200);
  })
  .openapi(reopen, async (c) => {
    const wish = { id: c.req.valid("param").id, reason: c.req.valid("json").reason };
    return c.json(await readPeriod(c.var.ctx, await askReopening(c.var.ctx, wish)), 200);
  })
  .openapi(withdraw, async (c) => {
    await withdrawReopening(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  })
  .openapi(grace, async (c) => {
    const { id, personId } = c.req.valid("param");
    await setGrace(c.var.ctx, { id, person: personId, ...c.req.valid("json") });
    return c.body(null, 204);
  })
  .openapi(endGrace, async (c) => {
    const { id, personId } = c.req.valid("param");
    await removeGraceOf(c.var.ctx, { id, person: personId });
    return c.body(null, 204);
  });
