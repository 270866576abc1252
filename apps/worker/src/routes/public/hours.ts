import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { pageAdjustments, pageAllocations, pageWorkdays } from "@today/db/public-hours";
import { json } from "../../answer.ts";
import { openCursor, pageOf } from "../../public/cursor.ts";
import { byKey } from "../../public/door.ts";
import { refusesKeyed } from "../../public/refusals.ts";
import { demandRange } from "../../range.ts";
import {
  changedSince,
  PublicAdjustments,
  PublicAllocations,
  PublicWorkdays,
  pageQuery,
  rangeQuery,
} from "../../schema/public.ts";
import { Id, ProjectId } from "../../schema/quantity.ts";
import type { Door } from "../../signed-in.ts";
import { isoOf } from "../../views/instant.ts";

const badRange = ["invalid-input", "range-reversed", "range-too-long"] as const;
const settledAt = "2026-09-17T03:12:09+08:00";

const workdays = createRoute({
  method: "get",
  path: "/v1/workdays",
  summary: "工作日 · Workdays",
  description:
    "每人每天一行，单位是分钟。`over` 为 false 的是今天还在走的日子。`changedSince` 只要那之后变过的。\n\nA row a person and day, in minutes. `over` is false while the day runs. `changedSince` leaves out what did not change since.",
  ...byKey("hours:read"),
  request: { query: z.object({ ...rangeQuery, person: Id.optional(), changedSince, ...pageQuery }) },
  responses: {
    200: json(PublicWorkdays, "by person and date", {
      items: [
        {
          ...{ personId: "zhao001", date: "2026-09-16", status: "normal", over: true, planned: 480, attended: 540 },
          ...{ overtimeApproved: 0, counted: 480, leave: 0, unassigned: 0, settledAt },
        },
      ],
      next: null,
    }),
    ...refusesKeyed(...badRange),
  },
});

const allocations = createRoute({
  method: "get",
  path: "/v1/allocations",
  summary: "归属：一天里哪些分钟属于哪个项目 · Allocations",
  description:
    "按项目、日期、人排序。一天重算后它的归属可能变少：带 `changedSince` 拉到某人某天的行时，用它们替换你那边这个人这一天的全部；变成没有归属的日子在 /v1/workdays 里看得到。\n\nBy project, date and person. A day that is settled anew may have fewer rows: with `changedSince`, replace all that you have of a person and date; days without any are seen in /v1/workdays.",
  ...byKey("hours:read"),
  request: { query: z.object({ ...rangeQuery, project: ProjectId.optional(), changedSince, ...pageQuery }) },
  responses: {
    200: json(PublicAllocations, "by project, date and person", {
      items: [
        {
          ...{ projectId: "p-guanlang", date: "2026-09-16", personId: "zhao001", taskId: null, minutes: 480 },
          ...{ basis: "site", place: "onsite", overtime: null, state: "approved", settledAt },
        },
      ],
      next: null,
    }),
    ...refusesKeyed(...badRange),
  },
});

const adjustments = createRoute({
  method: "get",
  path: "/v1/adjustments",
  summary: "调整：封账后才到的变化 · Adjustments of closed days",
  description:
    "按记账日期 `bookedOn` 取；分钟带正负号。封账的工时 + 调整 = 现在的工时。\n\nBy the date on which they were booked, `bookedOn`; signed minutes. Closed hours + adjustments = hours as they are now.",
  ...byKey("hours:read"),
  request: { query: z.object({ ...rangeQuery, ...pageQuery }) },
  responses: {
    200: json(PublicAdjustments, "by booking date", {
      items: [
        {
          ...{ personId: "zhao001", date: "2026-08-31", n: 1, bookedOn: "2026-09-02", at: "2026-09-02T09:10:00+08:00" },
          ...{ counted: -30, attended: -30, overtimeApproved: 0, leave: 0, unassigned: 0 },
          parts: [{ projectId: "p-guanlang", taskId: null, overtime: null, minutes: -30 }],
        },
      ],
      next: null,
    }),
    ...refusesKeyed(...badRange),
  },
});

export const publicHours = new OpenAPIHono<Door>()
  .openapi(workdays, async (c) => {
    const { db, company } = c.var.ctx;
    const { from, to, person = null, changedSince: since, limit, cursor } = c.req.valid("query");
    demandRange(from, to);
    const after = openCursor("workdays", cursor, ["text", "text"]);
    const wish = { company: company.id, from, to, person, since: instantOf(since), after, limit };
    const page = await pageWorkdays(db, wish);
    const view = ({ over, settledAt: at, ...row }: (typeof page.rows)[number]) => {
      return { ...row, over: over === 1, settledAt: isoOf(at, company.zone) };
    };
    return c.json(pageOf(c, page, { list: "workdays", placeOf: (row) => [row.personId, row.date], view }), 200);
  })
  .openapi(allocations, async (c) => {
    const { db, company } = c.var.ctx;
    const { from, to, project = null, changedSince: since, limit, cursor } = c.req.valid("query");
    demandRange(from, to);
    const after = openCursor("allocations", cursor, ["text", "text", "text", "number"]);
    const wish = { company: company.id, from, to, project, since: instantOf(since), after, limit };
    const page = await pageAllocations(db, wish);
    const placeOf = (row: (typeof page.rows)[number]) => [row.projectId, row.date, row.personId, row.n];
    const view = ({ n: _, settledAt: at, ...row }: (typeof page.rows)[number]) => {
      return { ...row, settledAt: isoOf(at, company.zone) };
    };
    return c.json(pageOf(c, page, { list: "allocations", placeOf, view }), 200);
  })
  .openapi(adjustments, async (c) => {
    const { db, company } = c.var.ctx;
    const { from, to, limit, cursor } = c.req.valid("query");
    demandRange(from, to);
    const after = openCursor("adjustments", cursor, ["text", "text", "text", "number"]);
    const page = await pageAdjustments(db, { company: company.id, from, to, after, limit });
    const placeOf = (row: (typeof page.rows)[number]) => [row.bookedOn, row.personId, row.date, row.n];
    const view = ({ at, parts, ...row }: (typeof page.rows)[number]) => ({
      ...{ ...row, at: isoOf(at, company.zone) },
      parts: parts.map(({ project, task, overtime, minutes }) => {
        return { projectId: project, taskId: task, overtime, minutes };
      }),
    });
    return c.json(pageOf(c, page, { list: "adjustments", placeOf, view }), 200);
  });

function instantOf(text: string | undefined): number | null {
  return text === undefined ? null : Date.parse(text);
}
