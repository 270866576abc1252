import { z } from "zod";
import { day, maybe, number, text } from "../lenient.ts";
import { stamp } from "./clock.ts";

/** Somebody, as either kind of Jira tells it: `accountId` by Cloud, `name` by Data Center. */
export const Who = z.object({
  accountId: maybe(text),
  accountType: maybe(z.string()),
  name: maybe(text),
  displayName: maybe(z.string()),
  emailAddress: maybe(z.string()),
  active: maybe(z.boolean()),
});
export type Who = z.output<typeof Who>;

export const ServerInfo = z.object({ version: text, deploymentType: maybe(z.string()) });

export const Project = z.object({ id: text, key: text, name: text, archived: maybe(z.boolean()) });

/** A part of a list that is counted. */
export const Counted = z.object({ startAt: number, total: number });

export const Status = z.object({
  id: text,
  name: text,
  statusCategory: maybe(z.object({ key: maybe(z.string()) })),
});
export type Status = z.output<typeof Status>;

export const Issue = z.object({
  id: text,
  key: text,
  fields: z.object({
    summary: z.string(),
    status: Status,
    assignee: maybe(Who),
    project: z.object({ id: text }),
    updated: maybe(stamp),
    duedate: maybe(day),
  }),
});

export const IssueState = z.object({ id: text, fields: z.object({ status: Status }) });

/** What a task of ours is recognised by. */
export const IssueText = z.object({
  id: text,
  key: text,
  fields: z.object({ summary: z.string(), description: z.unknown().optional() }),
});

export const Worklog = z.object({
  id: text,
  author: maybe(Who),
  started: stamp,
  timeSpentSeconds: number,
  comment: z.unknown().optional(),
  properties: maybe(z.array(z.object({ key: z.string(), value: z.unknown().optional() }))),
});
export type Worklog = z.output<typeof Worklog>;

export const Created = z.object({ id: text });

const Field = z.object({ required: maybe(z.boolean()), hasDefaultValue: maybe(z.boolean()) });

export const Transitions = z.object({
  transitions: z.array(
    z.object({
      id: text,
      to: Status,
      isAvailable: maybe(z.boolean()),
      fields: maybe(z.record(z.string(), Field)),
    }),
  ),
});
export type Transition = z.output<typeof Transitions>["transitions"][number];

const IssueType = z.object({
  id: text,
  name: z.string(),
  subtask: maybe(z.boolean()),
  hierarchyLevel: maybe(number),
});
export type IssueType = z.output<typeof IssueType>;

/** Cloud calls the list `issueTypes`, Data Center `values`. */
export const IssueTypes = z
  .union([z.object({ issueTypes: z.array(IssueType) }), z.object({ values: z.array(IssueType) })])
  .transform((page) => ("issueTypes" in page ? page.issueTypes : page.values));

const CreateField = Field.extend({ fieldId: text });
export type CreateField = z.output<typeof CreateField>;

/** Cloud calls the list `fields`, Data Center `values`. */
export const CreateFields = z
  .union([z.object({ fields: z.array(CreateField) }), z.object({ values: z.array(CreateField) })])
  .transform((page) => ("fields" in page ? page.fields : page.values));

export const Permissions = z.object({
  permissions: z.record(z.string(), z.object({ havePermission: z.boolean() })),
});

export const Configuration = z.object({ timeTrackingEnabled: z.boolean() });
