import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { formatClockTime, parseClockTime } from "@today/core/time/clock-time";
import { json } from "../../answer.ts";
import { pickByKey } from "../../operations/pick-by-key.ts";
import { byKeyOnce } from "../../public/door.ts";
import { refusesOnce } from "../../public/refusals.ts";
import { onceHeaders, PublicPick, PublicPickInput } from "../../schema/public.ts";
import type { Door } from "../../signed-in.ts";
import { isoOf } from "../../views/instant.ts";

const wish = {
  personId: "zhao001",
  date: "2026-09-17",
  projectId: "p-guanlang",
  from: "13:00",
  reason: "门禁系统报到",
};
const example = {
  ...{ id: "0f6c2d3e-7a51-8f7e-9a7b-3f0d5b8f2c11", personId: "zhao001", date: "2026-09-17", projectId: "p-guanlang" },
  ...{ taskId: null, from: "13:00", madeAt: "2026-09-17T13:30:00+08:00" },
};

const make = createRoute({
  method: "post",
  path: "/v1/picks",
  summary: "替人选项目 · Choose a project for somebody's day",
  description:
    "选择当天（或从某时起）属于哪个项目。那个人必须是项目成员，项目当天可记；账期已封或只许审批人改的日子不收。以密钥的名义记入历史。也是 Zapier 的动作。\n\nSays to which project a day, or the rest of it, belongs. They must be a member and the project bookable on that day; closed periods and those for approvers only refuse. It stands in the history under the key. Also the action of a Zap.",
  ...byKeyOnce("picks:write"),
  request: { headers: onceHeaders, body: { required: true, ...json(PublicPickInput, "the pick", wish) } },
  responses: {
    201: json(PublicPick, "recorded", example),
    ...refusesOnce(
      ...(["not-found", "date-out-of-range", "project-not-bookable", "pick-id-reused"] as const),
      ...(["period-closed", "period-approvers-only"] as const),
    ),
  },
});

export const publicPicks = new OpenAPIHono<Door>().openapi(make, async (c) => {
  const { ctx, onceId: id } = c.var;
  const { personId, date, projectId, taskId = null, from: clock = null, reason } = c.req.valid("json");
  const from = clock === null ? null : parseClockTime(clock);
  const madeAt = await pickByKey(ctx, { id, date, project: projectId, task: taskId, from, person: personId, reason });
  const told = { id, personId, date, projectId, taskId, from: from === null ? null : formatClockTime(from) };
  return c.json({ ...told, madeAt: isoOf(madeAt, ctx.company.zone) }, 201);
});
