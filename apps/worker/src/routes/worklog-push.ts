import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { json, refusesSigned } from "../answer.ts";
import { pushNow } from "../operations/push-now.ts";
import { retrySetAside } from "../operations/retry-worklogs.ts";
import { Id } from "../schema/quantity.ts";
import { RetryInput, WorklogCount } from "../schema/worklog-push.ts";
import { bySession, type Door } from "../signed-in.ts";

const params = z.object({ id: Id });

const push = createRoute({
  method: "post",
  path: "/api/targets/{id}/pushes",
  summary: "Send what is due now",
  ...bySession,
  request: { params },
  responses: {
    202: json(WorklogCount, "on their way"),
    ...refusesSigned("invalid-input", "forbidden", "not-found", "target-paused"),
  },
});

const retry = createRoute({
  method: "post",
  path: "/api/targets/{id}/retries",
  summary: "Let worklogs that were set aside go again",
  ...bySession,
  request: { params, body: { required: true, ...json(RetryInput, "these or all", { all: true as const }) } },
  responses: {
    202: json(WorklogCount, "on their way"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "not-found"),
  },
});

export const worklogPush = new OpenAPIHono<Door>()
  .openapi(push, async (c) => c.json({ worklogs: await pushNow(c.var.ctx, c.req.valid("param").id) }, 202))
  .openapi(retry, async (c) => {
    const wish = c.req.valid("json");
    const keys = "keys" in wish ? wish.keys : null;
    return c.json({ worklogs: await retrySetAside(c.var.ctx, { targetId: c.req.valid("param").id, keys }) }, 202);
  });
