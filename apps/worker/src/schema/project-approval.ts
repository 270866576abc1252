import { z } from "@hono/zod-openapi";
import { Instant, ProjectId } from "./quantity.ts";

const names = ["name", "code", "shortName", "owner", "dates", "startsOn", "endsOn", "money", "hours"] as const;
const Field = z
  .enum(names)
  .openapi({ description: "`money` in yuan, `hours` as a number, `owner` becomes the manager" });
const ProcessCode = z.string().regex(/^[\w-]{1,64}$/);
const Fields = z
  .partialRecord(Field, z.string().min(1).max(64))
  .openapi({ description: "which field of the form, by id, says what" });

export const ProjectForm = z
  .object({
    processCode: z.string(),
    title: z.string(),
    fields: Fields,
    active: z.boolean(),
    version: z.int().openapi({ description: "0 before it was first written" }),
  })
  .openapi("ProjectForm", { description: "A form whose approval makes a project." });

export const ProjectForms = z.object({ forms: z.array(ProjectForm) }).openapi("ProjectForms");

export const ProjectFormInput = z
  .object({
    title: z.string().trim().min(1).max(120),
    fields: Fields.refine((fields) => fields.name !== undefined, { message: "A project has a name" }),
    active: z.boolean(),
    version: z.int(),
  })
  .strict()
  .openapi("ProjectFormInput");

export const FormQuestions = z
  .object({
    title: z.string(),
    questions: z.array(z.object({ id: z.string(), label: z.string(), type: z.string(), required: z.boolean() })),
  })
  .openapi("FormQuestions");

const Misfit = z.object({
  field: Field,
  label: z.string().openapi({ description: "as the form calls it" }),
  said: z.string(),
  reason: z.enum([
    ...(["missing", "too-long", "no-date", "no-money", "no-hours", "unknown-person", "several-people"] as const),
    ...(["code-taken", "dates-reversed"] as const),
  ]),
});

const ProjectApproval = z
  .object({
    id: z.string(),
    processCode: z.string(),
    state: z.enum(["running", "made", "misfit", "archived", "ended", "dismissed"]),
    projectId: ProjectId.nullable(),
    by: z.string().nullable(),
    said: z.array(z.object({ field: Field, label: z.string(), text: z.string() })),
    misfits: z.array(Misfit),
    beganAt: Instant.nullable(),
    changedAt: Instant,
  })
  .openapi("ProjectApproval", { description: "An approval that makes a project, in the form's own words." });

export const ProjectApprovals = z.object({ approvals: z.array(ProjectApproval) }).openapi("ProjectApprovals");
export const ProjectApprovalQuery = z.object({ state: z.enum(["misfit", "all"]).default("all") });
export const ProjectApprovalAct = z
  .object({ act: z.enum(["retry", "dismiss"]) })
  .strict()
  .openapi("ProjectApprovalAct", { description: "`retry` reads it again, one call or more." });

export const FormParams = z.object({ processCode: ProcessCode });
export const ApprovalParams = z.object({ id: z.string().regex(/^[\w-]{1,64}$/) });
