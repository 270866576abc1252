import { z } from "@hono/zod-openapi";
import { AdjustmentView } from "./period.ts";
import { ProjectBrief } from "./project.ts";
import {
  ApprovalState,
  ClockTime,
  DayKind,
  Id,
  Instant,
  Interval,
  Minutes,
  Overtime,
  PersonBrief,
  ProjectId,
  ReviewReason,
  WorkDate,
} from "./quantity.ts";
import { HistoryMark, RequestView } from "./request.ts";

const Basis = z.enum(["split", "pick", "site", "default"]);
const Place = z.enum(["onsite", "mobile", "trip", "unknown"]);
const WarningName = z.enum([
  "absent",
  "early-leave",
  "late",
  "long-day",
  "missing-in",
  "missing-out",
  "pick-off-site",
  "running",
  "split-overflow",
  "unassigned",
  "worked-on-leave",
]);

export const Shift = z
  .object({ name: z.string().nullable(), sections: z.array(Interval), breaks: z.array(Interval) })
  .openapi("Shift", { description: "Minutes on the work date's line; 1560 is 02:00 of the next day." });

export const Verdict = z
  .object({
    project: ProjectId,
    siteId: z.string(),
    verdict: z.enum(["inside", "outside", "unknown"]),
    distance: z.number().nullable(),
    accuracy: z.number().nullable(),
    radius: z.number(),
  })
  .openapi("Verdict", { description: "Metres. Where a punch was, seen from one site; never its coordinates." });

export const PunchView = z
  .object({
    id: z.string(),
    at: Instant,
    minute: Minutes,
    type: z.enum(["on", "off"]).nullable(),
    valid: z.boolean(),
    invalidReason: z.string().nullable(),
    result: z.string().nullable(),
    sourceType: z.string().nullable(),
    machine: z.string().nullable(),
    address: z.string().nullable(),
    receivedAt: Instant,
    verdicts: z.array(Verdict),
  })
  .openapi("Punch");

const Allocation = z
  .object({
    project: ProjectId,
    task: z.string().nullable(),
    minutes: Minutes,
    basis: Basis,
    place: Place,
    overtime: Overtime.nullable(),
  })
  .openapi("Allocation");

export const LinePart = z
  .object({
    start: Minutes,
    end: Minutes,
    kind: z.enum(["counted", "uncounted", "break", "leave"]),
    /** Null for unassigned minutes and, with `other`, for a project the reader may not see. */
    project: ProjectId.nullable(),
    task: z.string().nullable(),
    basis: Basis.nullable(),
    place: Place.nullable(),
    overtime: Overtime.nullable(),
    fact: z.string().nullable(),
    other: z.boolean().optional(),
  })
  .openapi("LinePart");

export const Workday = z
  .object({
    person: Id,
    date: WorkDate,
    version: z.int(),
    planned: Minutes,
    attended: Minutes,
    overtimeAttended: Minutes,
    overtimeApproved: Minutes,
    counted: Minutes,
    leave: Minutes,
    unassigned: Minutes,
    status: z.enum(["off", "on-leave", "absent", "warning", "normal"]),
    warnings: z.array(WarningName),
    allocations: z.array(Allocation),
    dayKind: DayKind,
    over: z.boolean(),
    shift: Shift.nullable(),
    line: z.array(LinePart),
    details: z.array(
      z.object({
        name: WarningName,
        at: Minutes.nullable(),
        expected: Minutes.nullable(),
        minutes: Minutes.nullable(),
        metres: z.number().nullable(),
      }),
    ),
    proposals: z.array(z.object({ punchId: z.string(), start: Minutes, end: Minutes })),
    /** How each allocation stands with its project's manager, in the order of `allocations`. */
    approvals: z.array(
      z.object({
        key: z.string(),
        state: ApprovalState,
        reasons: z.array(ReviewReason),
        /** What whoever rejected it said. */
        returned: z.string().nullable(),
      }),
    ),
    /** Counted minutes that waiting requests would add. */
    pending: z.int(),
    /** Counted minutes that were booked later because the day is closed; signed. */
    adjusted: z.int(),
    /** Why the day cannot be changed. */
    locked: z.enum(["approvers-only", "closed"]).nullable(),
    settledAt: Instant,
  })
  .openapi("Workday", {
    description: "One person's settled day: the golden format plus what is needed to draw and explain it.",
  });

export const PickView = z
  .object({
    id: z.uuid(),
    date: WorkDate,
    projectId: ProjectId,
    taskId: z.string().nullable(),
    from: ClockTime.nullable(),
    madeAt: Instant,
    madeBy: PersonBrief,
  })
  .openapi("Pick");

export const SplitView = z
  .object({
    version: z.int(),
    date: WorkDate,
    parts: z.array(z.object({ projectId: ProjectId, taskId: z.string().nullable(), minutes: Minutes })),
    madeAt: Instant,
    madeBy: PersonBrief,
  })
  .openapi("Split");

export const Suggestion = z
  .object({
    project: ProjectId,
    reason: z.enum(["inside-site", "planned", "yesterday", "habit", "default", "only", "member"]),
    distance: z.number().nullable(),
    accuracy: z.number().nullable(),
    radius: z.number().nullable(),
  })
  .openapi("Suggestion", { description: "`accuracy` without `distance` says that the place could not be told." });

export const Freshness = z
  .object({
    pulledAt: Instant.nullable(),
    nextPullAt: Instant.nullable(),
    state: z.enum(["fresh", "stale", "pulling", "quota"]),
  })
  .openapi("Freshness");

export const Today = z
  .object({
    now: Instant,
    date: WorkDate,
    dayKind: DayKind,
    freshness: Freshness,
    shift: Shift.nullable(),
    punches: z.array(PunchView),
    workday: Workday,
    picks: z.array(PickView),
    split: SplitView.nullable(),
    suggestions: z.array(Suggestion).max(5),
    consequence: z.enum(["site", "default", "unassigned"]),
    projects: z.array(ProjectBrief),
    /** Earlier days that still miss a clock-out, newest first. */
    questions: z.array(
      z.object({
        date: WorkDate,
        kind: z.literal("missing-out"),
        on: Minutes,
        start: Minutes,
        end: Minutes,
        project: ProjectId.nullable(),
        minutes: Minutes,
        /** What was asked for it already; it waits or came back. */
        request: RequestView.nullable(),
        /** Who will have a look; null when HR does. */
        answerer: PersonBrief.nullable(),
      }),
    ),
  })
  .openapi("Today");

export const DayDetail = z
  .object({
    now: Instant,
    workday: Workday,
    punches: z.array(PunchView),
    leaves: z.array(z.object({ from: Instant, to: Instant, code: z.string().nullable(), receivedAt: Instant })),
    /** Overtime and trips that stand: asked for in the app, or approved at DingTalk. */
    granted: z.array(
      z.object({
        kind: z.enum(["overtime", "trip"]),
        start: Minutes,
        end: Minutes,
        /** Given back as time off. */
        lieu: z.boolean(),
        source: z.enum(["app", "dingtalk"]),
        receivedAt: Instant,
      }),
    ),
    picks: z.array(PickView),
    split: SplitView.nullable(),
    projects: z.array(ProjectBrief),
    /** Projects that the person may book on that date. */
    bookable: z.array(ProjectId),
    editable: z.boolean(),
    /** What was asked about the day, newest first. */
    requests: z.array(RequestView),
    adjustments: z.array(AdjustmentView),
    history: z.array(HistoryMark),
  })
  .openapi("DayDetail");

export const PickInput = z
  .object({
    id: z.uuid(),
    date: WorkDate,
    projectId: ProjectId,
    taskId: z.string().min(1).max(64).nullish(),
    from: ClockTime.nullish(),
    /** Somebody the author manages, or anybody for HR; absent for oneself. */
    personId: Id.optional(),
    reason: z.string().trim().min(1).max(100).optional(),
  })
  .strict()
  .openapi("PickInput");

export const SplitInput = z
  .object({
    version: z.int().min(0),
    parts: z
      .array(z.object({ projectId: ProjectId, taskId: z.string().min(1).max(64).nullish(), minutes: z.int() }).strict())
      .max(50),
    personId: Id.optional(),
    reason: z.string().trim().min(1).max(100).optional(),
  })
  .strict()
  .openapi("SplitInput", { description: "No parts withdraw the split." });
