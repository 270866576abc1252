import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import { decide } from "../operations/decide.ts";
import { undoDecision } from "../operations/undo-decision.ts";
import { ApprovalCount, Approvals, DecisionInput, DecisionResult, Evidence } from "../schema/approval.ts";
import { Id, WorkDate } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { countApprovals, readApprovals, readEvidence } from "../views/approval.ts";

const list = createRoute({
  method: "get",
  path: "/api/approvals",
  summary: "What waits for me to approve, like things together, the oldest first",
  ...bySession,
  responses: {
    200: json(Approvals, "of my projects, for HR of all; never my own"),
    ...refusesSigned("forbidden"),
  },
});

const count = createRoute({
  method: "get",
  path: "/api/approvals/count",
  summary: "How many things wait for me",
  ...bySession,
  responses: { 200: json(ApprovalCount, "as many as are listed"), ...refusesSigned("forbidden") },
});

const evidence = createRoute({
  method: "get",
  path: "/api/approvals/evidence",
  summary: "The day behind something that waits",
  ...bySession,
  request: { query: z.object({ person: Id, date: WorkDate }) },
  responses: {
    200: json(Evidence, "as I may see it"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "calendar-year-missing"),
  },
});

const answer = createRoute({
  method: "post",
  path: "/api/approvals",
  summary: "Approve or return many things at once; what changed meanwhile is skipped",
  ...bySession,
  request: {
    body: {
      required: true,
      ...json(DecisionInput, "what I saw", {
        id: "0f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c11",
        verdict: "approve",
        items: [{ type: "request", id: "4f6c2d3e-7a51-4f7e-9a7b-3f0d5b8f2c12" }],
      }),
    },
  },
  responses: {
    200: json(DecisionResult, "done, now or before"),
    ...refusesSigned(
      ...(["bad-json", "invalid-input", "body-too-large", "forbidden", "reason-missing", "request-id-reused"] as const),
    ),
  },
});

const undo = createRoute({
  method: "delete",
  path: "/api/approvals/{id}",
  summary: "Take a whole action of mine back, or what I entered for somebody",
  ...bySession,
  request: { params: z.object({ id: z.uuid() }) },
  responses: {
    204: { description: "taken back, now or before" },
    ...refusesSigned("invalid-input", "not-found", "period-closed"),
  },
});

export const approval = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    demandRole(c.var.ctx, "manager", "hr");
    return c.json(await readApprovals(c.var.ctx), 200);
  })
  .openapi(count, async (c) => {
    demandRole(c.var.ctx, "manager", "hr");
    return c.json({ count: await countApprovals(c.var.ctx) }, 200);
  })
  .openapi(evidence, async (c) => {
    demandRole(c.var.ctx, "manager", "hr");
    return c.json(await readEvidence(c.var.ctx, c.var.me, c.req.valid("query")), 200);
  })
  .openapi(answer, async (c) => {
    demandRole(c.var.ctx, "manager", "hr");
    return c.json(await decide(c.var.ctx, c.req.valid("json")), 200);
  })
  .openapi(undo, async (c) => {
    await undoDecision(c.var.ctx, c.req.valid("param").id);
    return c.body(null, 204);
  });
