import { z } from "@hono/zod-openapi";
import { Id, Minutes, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

export const ProjectBrief = z
  .object({
    id: ProjectId,
    code: z.string(),
    name: z.string(),
    shortName: z.string(),
    mark: z.string(),
    color: z.int().min(1).max(8),
    startsOn: WorkDate.nullable(),
    closedOn: WorkDate.nullable(),
  })
  .openapi("ProjectBrief");

export const Project = ProjectBrief.extend({
  version: z.int(),
  managers: z.array(PersonBrief),
  memberCount: z.int(),
  /** May the reader change it? */
  editable: z.boolean(),
}).openapi("Project");

export const ProjectInput = z
  .object({
    id: z.string().regex(/^[A-Za-z0-9_-]{1,64}$/),
    code: z.string().trim().min(1).max(32),
    name: z.string().trim().min(1).max(120),
    shortName: z.string().trim().min(1).max(8),
    mark: z.string().trim().min(1).max(2),
    startsOn: WorkDate.nullish(),
    closedOn: WorkDate.nullish(),
    managers: z.array(Id).max(20).default([]),
  })
  .strict()
  .openapi("ProjectInput", {
    description: "`id` is made by the client: a repeat answers the same and changes nothing.",
  });

export const ProjectChange = z
  .object({
    version: z.int(),
    code: z.string().trim().min(1).max(32),
    name: z.string().trim().min(1).max(120),
    shortName: z.string().trim().min(1).max(8),
    mark: z.string().trim().min(1).max(2),
    color: z.int().min(1).max(8),
    startsOn: WorkDate.nullable(),
    closedOn: WorkDate.nullable(),
  })
  .partial()
  .required({ version: true })
  .strict()
  .openapi("ProjectChange");

export const Member = z
  .object({
    person: PersonBrief,
    role: z.enum(["member", "manager"]),
    startsOn: WorkDate.nullable(),
    endsOn: WorkDate.nullable(),
    plannedFrom: WorkDate.nullable(),
    plannedTo: WorkDate.nullable(),
  })
  .openapi("Member");

export const MembersInput = z
  .object({
    members: z
      .array(
        z
          .object({
            personId: Id,
            role: z.enum(["member", "manager"]).default("member"),
            startsOn: WorkDate.nullish(),
            endsOn: WorkDate.nullish(),
            plannedFrom: WorkDate.nullish(),
            plannedTo: WorkDate.nullish(),
          })
          .strict(),
      )
      .min(1)
      .max(1000),
  })
  .strict()
  .openapi("MembersInput");

export const Site = z
  .object({
    id: z.string(),
    name: z.string(),
    lat: z.number().nullable(),
    lng: z.number().nullable(),
    radius: z.int(),
    ssids: z.array(z.string()),
    machines: z.array(z.string()),
    startsOn: WorkDate.nullable(),
    endsOn: WorkDate.nullable(),
  })
  .openapi("Site", { description: "Centre in GCJ-02 degrees, radius in metres." });

export const SiteInput = z
  .object({
    name: z.string().trim().min(1).max(80),
    lat: z.number().min(-90).max(90).nullish(),
    lng: z.number().min(-180).max(180).nullish(),
    radius: z.int().min(10).max(50000).default(200),
    ssids: z.array(z.string().min(1).max(64)).max(50).default([]),
    machines: z.array(z.string().min(1).max(64)).max(50).default([]),
    startsOn: WorkDate.nullish(),
    endsOn: WorkDate.nullish(),
  })
  .strict()
  .openapi("SiteInput");

const Places = z.object({ onsite: Minutes, mobile: Minutes, trip: Minutes, unknown: Minutes });

export const ProjectHours = z
  .object({
    project: ProjectBrief,
    from: WorkDate,
    to: WorkDate,
    by: z.enum(["person", "day", "task"]),
    minutes: Minutes,
    people: z.int(),
    place: Places,
    overtime: z.object({ workday: Minutes, rest: Minutes, statutory: Minutes }),
    rows: z.array(
      z.object({
        key: z.string(),
        name: z.string().nullable(),
        minutes: Minutes,
        people: z.int(),
        days: z.int(),
        place: Places,
        overtime: z.object({ workday: Minutes, rest: Minutes, statutory: Minutes }),
      }),
    ),
  })
  .openapi("ProjectHours");
