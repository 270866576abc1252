import { createRoute, OpenAPIHono } from "@hono/zod-openapi";
import { addDays } from "@today/core/time/date";
import { minuteMs, minutesPerDay } from "@today/core/time/minutes";
import { listAlerts } from "@today/db/alert";
import { listNotices } from "@today/db/notice";
import { json, refusesSigned } from "../answer.ts";
import { authorOf, todayOf } from "../author.ts";
import { Alerts } from "../schema/terms.ts";
import { bySession, type Door } from "../signed-in.ts";
import { isoOf } from "../views/instant.ts";
import { noticeView } from "../views/notice.ts";

const twoWeeksMs = 14 * minutesPerDay * minuteMs;

const list = createRoute({
  method: "get",
  path: "/api/alerts",
  summary: "What is near or past its limit, as far as it concerns me",
  ...bySession,
  responses: { 200: json(Alerts, "newest first"), ...refusesSigned() },
});

export const alert = new OpenAPIHono<Door>().openapi(list, async (c) => {
  const { ctx } = c.var;
  const lastMonth = addDays(`${todayOf(ctx).slice(0, 7)}-01`, -1).slice(0, 7);
  const alerts = await listAlerts(ctx.db, authorOf(ctx), lastMonth);
  const shown = alerts.map((one) => ({ ...one, raisedAt: isoOf(one.raisedAt, ctx.company.zone) }));
  const notices = await listNotices(ctx.db, authorOf(ctx), ctx.now - twoWeeksMs);
  return c.json({ alerts: shown, notices: notices.flatMap((one) => noticeView(one, ctx.company.zone)) }, 200);
});
