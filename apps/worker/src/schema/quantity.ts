import { z } from "@hono/zod-openapi";

export const Id = z.string().min(1).max(64).openapi({ example: "zhao001" });
export const ProjectId = z.string().min(1).max(64).openapi({ example: "p-guanlang" });
export const WorkDate = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(
    (date) =>
      !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).toISOString().startsWith(date),
  )
  .openapi({ example: "2026-09-17", format: "date" });
export const Instant = z.string().openapi({ example: "2026-09-17T08:57:21+08:00", format: "date-time" });
/** A place on the work date's line, `14:00` or `02:00+1`. */
export const ClockTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d([+-]1)?$/)
  .openapi({ example: "14:00" });
export const Minutes = z.int().openapi({ example: 480 });
export const DayKind = z.enum(["workday", "rest", "statutory", "swapped-workday", "in-lieu-rest"]);
export const Interval = z.object({ start: Minutes, end: Minutes });
export const PersonBrief = z.object({ id: Id, name: z.string(), title: z.string().nullable() }).openapi("PersonBrief");
export const Overtime = z.enum(["workday", "rest", "statutory"]);
export const ApprovalState = z.enum(["running", "automatic", "waiting", "approved", "rejected"]);
export const ReviewReason = z.enum([
  ...(["off-plan", "off-site", "changed-late", "odd-day", "overtime-unasked", "changed-since"] as const),
]);
