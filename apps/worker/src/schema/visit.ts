import { z } from "@hono/zod-openapi";
import { Id, Instant, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

const Visit = z
  .object({
    person: PersonBrief,
    at: Instant,
    date: WorkDate,
    place: z.string().nullable(),
    remark: z.string().nullable(),
    visited: z.string().nullable().openapi({ description: "whom they visited, as DingTalk names it" }),
    photos: z.array(z.string()).openapi({ description: "addresses at DingTalk" }),
    projectId: ProjectId.nullable().openapi({ description: "null when it is not clear which project it was for" }),
  })
  .openapi("Visit", { description: "Never with coordinates." });

export const Visits = z.object({ visits: z.array(Visit), next: z.string().nullable() }).openapi("Visits");

export const VisitQuery = z.object({
  from: WorkDate,
  to: WorkDate,
  person: Id.optional(),
  project: ProjectId.optional(),
  cursor: z.string().max(200).optional(),
});

export const Visiting = z
  .object({ on: z.boolean(), since: Instant.nullable() })
  .openapi("Visiting", { description: "Whether a project takes its people's check-ins." });

export const VisitingInput = z.object({ on: z.boolean() }).strict().openapi("VisitingInput");
