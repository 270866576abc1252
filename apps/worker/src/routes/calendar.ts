import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { readCalendarFile } from "@today/core/calendar";
import { json, refusesSigned } from "../answer.ts";
import { Refusal } from "../error.ts";
import { overrideDay } from "../operations/override-day.ts";
import { replaceCalendar } from "../operations/replace-calendar.ts";
import { CalendarFile, CalendarYear, DayOverride } from "../schema/calendar.ts";
import { WorkDate } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";
import { viewCalendar } from "../views/calendar.ts";

const year = z.object({ year: z.coerce.number().int().min(2000).max(2100).openapi({ example: 2026 }) });
const body = ["bad-json", "invalid-input", "body-too-large", "forbidden"] as const;

const read = createRoute({
  method: "get",
  path: "/api/calendar/{year}",
  summary: "Which days are not what their weekday says",
  ...bySession,
  request: { params: year },
  responses: { 200: json(CalendarYear, "the year as it holds"), ...refusesSigned("invalid-input") },
});

const override = createRoute({
  method: "put",
  path: "/api/calendar/{year}/days/{date}",
  summary: "Say what kind a day is, or take that back",
  ...bySession,
  request: {
    params: year.extend({ date: WorkDate }),
    body: { required: true, ...json(DayOverride, "with a reason", { kind: "in-lieu-rest", reason: "公司周年" }) },
  },
  responses: {
    200: json(CalendarYear, "the year as it holds now"),
    ...refusesSigned(...body, "calendar-year-missing", "period-closed"),
  },
});

const replace = createRoute({
  method: "put",
  path: "/api/calendar/{year}",
  summary: "Put a region's file in the place of a year",
  ...bySession,
  request: {
    params: year,
    body: {
      required: true,
      ...json(CalendarFile, "with a reason", {
        ...{ source: "香港政府 2027", reason: "香港分公司" },
        days: { "2027-01-01": "statutory" as const },
      }),
    },
  },
  responses: {
    200: json(CalendarYear, "the year as it holds now"),
    ...refusesSigned(...body, "calendar-file-malformed", "period-closed", "version-conflict"),
  },
});

export const calendar = new OpenAPIHono<Door>()
  .openapi(read, async (c) => c.json(await viewCalendar(c.var.ctx, c.req.valid("param").year), 200))
  .openapi(override, async (c) => {
    const { year, date } = c.req.valid("param");
    const fields = [{ path: "date", message: "The date lies in another year" }];
    if (Number(date.slice(0, 4)) !== year) throw new Refusal("invalid-input", { fields });
    await overrideDay(c.var.ctx, { date, ...c.req.valid("json") });
    return c.json(await viewCalendar(c.var.ctx, year), 200);
  })
  .openapi(replace, async (c) => {
    const { year } = c.req.valid("param");
    const { reason, ...file } = c.req.valid("json");
    const known = readCalendarFile({ year, ...file });
    if (!known.ok) throw new Refusal("calendar-file-malformed");
    await replaceCalendar(c.var.ctx, known.value, reason);
    return c.json(await viewCalendar(c.var.ctx, year), 200);
  });
