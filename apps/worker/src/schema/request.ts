import { z } from "@hono/zod-openapi";
import { ProjectBrief } from "./project.ts";
import { ClockTime, Id, Instant, Minutes, Overtime, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

const Part = z.object({ projectId: ProjectId, taskId: z.string().min(1).max(64).nullish(), minutes: z.int() }).strict();
const Reason = z.string().trim().min(1).max(100);

const about = { id: z.uuid(), date: WorkDate, personId: Id.optional(), reason: Reason };

/** What a person asks; `personId` is somebody the author manages, whose request is then accepted at once. */
export const RequestInput = z
  .discriminatedUnion("kind", [
    z.object({ ...about, kind: z.literal("clock-out"), at: ClockTime }).strict(),
    z.object({ ...about, kind: z.literal("clock-in"), at: ClockTime }).strict(),
    z
      .object({
        ...about,
        kind: z.literal("pick"),
        projectId: ProjectId,
        taskId: z.string().min(1).max(64).nullish(),
        from: ClockTime.nullish(),
      })
      .strict(),
    z.object({ ...about, kind: z.literal("split"), parts: z.array(Part).min(1).max(50) }).strict(),
    z
      .object({
        ...about,
        kind: z.literal("overtime"),
        start: ClockTime,
        end: ClockTime,
        lieu: z.boolean().default(false),
      })
      .strict(),
    z.object({ ...about, kind: z.literal("note") }).strict(),
  ])
  .openapi("RequestInput");

export const RequestView = z
  .object({
    id: z.uuid(),
    kind: z.enum(["clock-in", "clock-out", "pick", "split", "overtime", "note"]),
    person: PersonBrief,
    date: WorkDate,
    state: z.enum(["waiting", "accepted", "returned", "withdrawn", "settled"]),
    reason: z.string(),
    /** Minute of the day's line: the punch, or the start of overtime. */
    at: Minutes.nullable(),
    until: Minutes.nullable(),
    lieu: z.boolean(),
    parts: z.array(z.object({ projectId: ProjectId, taskId: z.string().nullable(), minutes: Minutes })),
    /** What accepting it changes: more counted minutes, on which project, as which overtime. */
    effect: z.object({ minutes: z.int(), project: ProjectId.nullable(), overtime: Overtime.nullable() }),
    madeAt: Instant,
    madeBy: PersonBrief,
    /** Who answers it: a manager of the project; null when HR does. */
    answerer: PersonBrief.nullable(),
    answer: z.object({ at: Instant, by: PersonBrief, reason: z.string().nullable() }).nullable(),
    /** The period in which it is booked when its own is closed: `2026-10`. */
    bookedIn: z.string().nullable(),
  })
  .openapi("Request", { description: "`settled`: DingTalk's own correction came first." });

export const Requests = z
  .object({ now: Instant, requests: z.array(RequestView), projects: z.array(ProjectBrief) })
  .openapi("Requests", { description: "200 at most, newest first." });

export const HistoryMark = z
  .object({
    at: Instant,
    by: PersonBrief,
    for: PersonBrief,
    channel: z.string(),
    subject: z.enum(["pick", "split", "request", "approval", "punch", "adjustment"]),
    action: z.string(),
    project: ProjectId.nullable(),
    before: z.string().nullable(),
    after: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .openapi("HistoryMark", { description: "`before` and `after` are codes and figures, never sentences." });
