import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { pageWorklogs } from "@today/db/public-list";
import { json } from "../../answer.ts";
import { openCursor, pageOf } from "../../public/cursor.ts";
import { byKey } from "../../public/door.ts";
import { refusesKeyed } from "../../public/refusals.ts";
import { demandRange } from "../../range.ts";
import { PublicWorklogs, pageQuery, rangeQuery, WorklogState } from "../../schema/public.ts";
import { Id } from "../../schema/quantity.ts";
import type { Door } from "../../signed-in.ts";
import { isoOf } from "../../views/instant.ts";

const list = createRoute({
  method: "get",
  path: "/v1/worklogs",
  summary: "送往其他系统的工时 · Worklogs at targets",
  description:
    "每个对接里每人每天每任务一行：要在那边的分钟 `minutes`、已送到的 `sentMinutes`、状态和原因。`held` 是还不能送的原因，`problem` 是没送成的原因。\n\nA row a target, person, date and task: minutes to be there, `sentMinutes` that are, and the state. `held` is why it may not go yet, `problem` why it did not.",
  ...byKey("worklogs:read"),
  request: { query: z.object({ ...rangeQuery, target: Id.optional(), state: WorklogState.optional(), ...pageQuery }) },
  responses: {
    200: json(PublicWorklogs, "by target and date", {
      items: [
        {
          ...{ id: "td-6Yz0q1", target: { id: "3b0c", name: "Redmine", kind: "redmine" }, personId: "zhao001" },
          ...{ date: "2026-09-16", projectId: "p-guanlang", taskId: null, remoteProject: "7", remoteTask: "42" },
          ...{ minutes: 480, waiting: 0, held: null, sentMinutes: 480, state: "done", problem: null },
          ...{ sentAt: "2026-09-17T04:00:12+08:00", changedAt: "2026-09-17T03:40:00+08:00" },
        },
      ],
      next: null,
    }),
    ...refusesKeyed("invalid-input", "range-reversed", "range-too-long"),
  },
});

export const publicWorklogs = new OpenAPIHono<Door>().openapi(list, async (c) => {
  const { db, company } = c.var.ctx;
  const { from, to, target = null, state = null, limit, cursor } = c.req.valid("query");
  demandRange(from, to);
  const after = openCursor("worklogs", cursor, ["text", "text", "text"]);
  const page = await pageWorklogs(db, { company: company.id, from, to, target, state, after, limit });
  const placeOf = (row: (typeof page.rows)[number]) => [row.targetId, row.date, row.key];
  const view = ({ key: _, targetId: id, targetName: name, kind, ...row }: (typeof page.rows)[number]) => ({
    ...{ ...row, target: { id, name, kind } },
    sentAt: row.sentAt === null ? null : isoOf(row.sentAt, company.zone),
    changedAt: isoOf(row.changedAt, company.zone),
  });
  return c.json(pageOf(c, page, { list: "worklogs", placeOf, view }), 200);
});
