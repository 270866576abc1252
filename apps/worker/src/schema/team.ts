import { z } from "@hono/zod-openapi";
import { Freshness, Workday } from "./day.ts";
import { ProjectBrief } from "./project.ts";
import { Instant, Minutes, PersonBrief, ProjectId, WorkDate } from "./quantity.ts";

const TeamPlace = z.enum(["onsite", "mobile", "unknown", "missing", "leave", "off"]);

export const TeamMember = z
  .object({
    person: PersonBrief,
    group: z.string().nullable(),
    place: TeamPlace,
    /** The project most of the day's minutes are on, or the one picked for it; null when nobody knows. */
    project: ProjectId.nullable(),
    firstOn: Minutes.nullable(),
    shiftStart: Minutes.nullable(),
    /** Workdays in a row without a punch, today included. */
    daysMissing: z.int(),
    workday: Workday.nullable(),
  })
  .openapi("TeamMember");

export const Team = z
  .object({
    now: Instant,
    date: WorkDate,
    freshness: Freshness,
    expected: z.int(),
    arrived: z.int(),
    counts: z.object({ onsite: z.int(), mobile: z.int(), unknown: z.int(), missing: z.int(), leave: z.int() }),
    /** False while the punches are too old to call anybody missing. */
    missingKnown: z.boolean(),
    /** The earliest planned start of the day, so that the screen can say when it begins. */
    firstShiftStart: Minutes.nullable(),
    members: z.array(TeamMember),
    projects: z.array(ProjectBrief),
    /** How many people more than are listed. */
    more: z.int(),
  })
  .openapi("Team");
