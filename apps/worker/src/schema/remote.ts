import { z } from "@hono/zod-openapi";
import { AccountEntry } from "./account.ts";
import { Project } from "./project.ts";
import { Id, Instant, ProjectId, WorkDate } from "./quantity.ts";

export const RemoteId = z.string().min(1).max(128);

export const Destination = z
  .object({
    targetId: Id,
    projectId: ProjectId,
    remoteProject: z.string(),
    /** On which task hours stand that name none; null: on the project alone. */
    remoteTask: z.string().nullable(),
    version: z.int(),
    changedAt: Instant,
  })
  .openapi("Destination", { description: "Where the hours of a project of ours go at a target." });

export const DestinationInput = z
  .object({ version: z.int().min(0), remoteProject: RemoteId, remoteTask: RemoteId.nullable().default(null) })
  .strict()
  .openapi("DestinationInput", { description: "Version 0 where there is none yet." });

export const Destinations = z
  .object({
    destinations: z.array(
      Destination.extend({
        targetName: z.string(),
        kind: z.string(),
        state: z.enum(["paused", "on"]),
        projectName: z.string().nullable(),
        taskTitle: z.string().nullable(),
      }),
    ),
  })
  .openapi("Destinations");

export const RemoteProjects = z
  .object({
    projects: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        code: z.string().nullable(),
        closed: z.boolean(),
        takesHours: z.boolean(),
        readAt: Instant,
        /** Up to when its tasks are known; null: never read. */
        tasksUntil: Instant.nullable(),
        tasks: z.int(),
        members: z.int(),
        /** Of ours, whose hours go there; `version` is the destination's. */
        projects: z.array(z.object({ id: ProjectId, code: z.string(), name: z.string(), version: z.int() })),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("RemoteProjects");

export const RemoteTasks = z
  .object({
    tasks: z.array(
      z.object({
        id: z.string(),
        projectId: z.string(),
        title: z.string(),
        state: z.object({ id: z.string(), name: z.string() }),
        closed: z.boolean(),
        assigneeId: z.string().nullable(),
        startsOn: WorkDate.nullable(),
        dueOn: WorkDate.nullable(),
        updatedAt: Instant.nullable(),
        /** Of ours, whose hours stand there when they name no task. */
        projects: z.array(ProjectId),
      }),
    ),
    next: z.string().nullable(),
  })
  .openapi("RemoteTasks");

export const RemotePeople = z
  .object({
    people: z.array(AccountEntry),
    next: z.string().nullable(),
    counts: z.object({ matched: z.int(), ambiguous: z.int(), unmatched: z.int(), nobody: z.int() }),
  })
  .openapi("RemotePeople", { description: "Each is an account, linked by `PUT /api/accounts/{id}/person`." });

export const ImportedProjectInput = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    remoteProject: RemoteId,
    managers: z.array(Id).max(20).default([]),
  })
  .strict()
  .openapi("ImportedProjectInput", {
    description: "`id` is made by the client: a repeat answers the same and changes nothing.",
  });

export const ImportedProject = z
  .object({ project: Project, destination: Destination })
  .openapi("ImportedProject", { description: "Code, short name and mark follow from what it is called there." });

const RunKind = z.enum(["read", "compare"]);

export const TargetRun = z
  .object({
    id: Id,
    kind: RunKind,
    month: z.string().nullable(),
    state: z.enum(["running", "done", "failed"]),
    /** What came so far, `{ projects: 130, tasks: 240, people: 6 }`. */
    counts: z.record(z.string(), z.int()),
    /** How many lists are still to be read, as far as that is known. */
    left: z.int(),
    /** Why it failed or waits. */
    problem: z.string().nullable(),
    /** Lists that cannot be read, and why. */
    aside: z.array(z.object({ part: z.string(), project: z.string().nullable(), problem: z.string() })),
    attempts: z.int(),
    /** When it goes on; null when nothing is waited for. */
    nextAt: Instant.nullable(),
    askedBy: z.string(),
    startedAt: Instant,
    touchedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .openapi("TargetRun");

export const TargetRuns = z.object({ runs: z.array(TargetRun) }).openapi("TargetRuns");

export const TargetRunInput = z
  .object({
    kind: z.literal("read"),
    /** Tasks from the beginning: what is gone is closed. */
    full: z.boolean().default(false),
  })
  .strict()
  .openapi("TargetRunInput");
