import { z } from "@hono/zod-openapi";
import { roundings } from "@today/core/worklog-rounding";
import { Id, Instant, WorkDate } from "./quantity.ts";

const Words = z.object({ zh: z.string(), en: z.string() });
const Choice = z.object({ value: z.string(), label: Words });
const Minutes = z.int();

const Field = z.object({
  name: z.string(),
  label: Words,
  kind: z.enum(["text", "secret", "address", "choice"]),
  required: z.boolean(),
  help: Words,
  choices: z.array(Choice),
});

const TargetAbilities = z
  .object({
    projects: z.boolean(),
    tasks: z.boolean(),
    members: z.boolean(),
    worklogs: z.object({
      support: z.enum(["native", "emulated", "none"]),
      change: z.boolean(),
      remove: z.boolean(),
      readBack: z.boolean(),
      list: z.boolean(),
      author: z.enum(["any-user", "acting-user", "token-owner"]),
    }),
    status: z.boolean(),
    createTask: z.boolean(),
    inbound: z.enum(["signed", "secret-url", "none"]),
  })
  .openapi("TargetAbilities");

export const Connectors = z
  .object({
    connectors: z.array(
      z.object({
        kind: z.string(),
        title: Words,
        form: z.array(Field),
        abilities: TargetAbilities,
        stepMinutes: Minutes,
        needsTask: z.boolean(),
        backDateDays: z.int().nullable(),
      }),
    ),
    roundings: z.array(z.enum(roundings)),
  })
  .openapi("Connectors", { description: "Products that can be connected, what they ask for and what they can do." });

const Rounding = z.enum(roundings);
const Pace = z.enum(["night", "at-once"]);
const Name = z.string().trim().min(1).max(64);
const Settings = z
  .record(z.string().min(1).max(40), z.string().max(2000))
  .refine((settings) => Object.keys(settings).length <= 40)
  .openapi({ example: { address: "https://pm.example.com/redmine", key: "4f1c0ffee" } });
const States = z
  .partialRecord(z.enum(["working", "warning", "paused"]), z.string().min(1).max(64))
  .openapi({ type: "object", example: { working: "2", paused: "4" } });

export const Target = z
  .object({
    id: Id,
    kind: z.string(),
    name: z.string(),
    settings: z.record(z.string(), z.string()),
    secrets: z.array(z.string()),
    state: z.enum(["paused", "on"]),
    approvedOnly: z.boolean(),
    pace: Pace,
    rounding: z.string(),
    states: z.record(z.string(), z.string()),
    startsOn: WorkDate,
    todo: z.boolean(),
    account: z.string().nullable(),
    abilities: TargetAbilities,
    checkedAt: Instant.nullable(),
    problem: z.string().nullable(),
    problemAt: Instant.nullable(),
    quietUntil: Instant.nullable(),
    readAt: Instant.nullable(),
    pushedAt: Instant.nullable(),
    version: z.int(),
    createdAt: Instant,
  })
  .openapi("Target", { description: "A connected product; of its secrets the names only." });

export const Targets = z.object({ targets: z.array(Target) }).openapi("Targets");

export const TargetInput = z
  .object({
    id: z.uuid(),
    kind: z.string().min(1).max(40),
    name: Name,
    settings: Settings,
    approvedOnly: z.boolean().optional(),
    pace: Pace.optional(),
    rounding: Rounding.optional(),
    states: States.optional(),
    /** Today without one. */
    startsOn: WorkDate.optional(),
    todo: z.boolean().optional(),
  })
  .strict()
  .openapi("TargetInput", { description: "It begins paused: hours are worked out, nothing leaves." });

export const TargetChange = z
  .object({
    version: z.int().min(1),
    name: Name.optional(),
    settings: Settings.optional(),
    state: z.enum(["paused", "on"]).optional(),
    approvedOnly: z.boolean().optional(),
    pace: Pace.optional(),
    rounding: Rounding.optional(),
    states: States.optional(),
    startsOn: WorkDate.optional(),
    /** Whether people are reminded in DingTalk of tasks that are due. */
    todo: z.boolean().optional(),
  })
  .strict()
  .openapi("TargetChange", {
    description: "What is left out stays, settings and secrets by their names; an empty text takes one away.",
  });

export const TargetCheckInput = z
  .object({ kind: z.string().min(1).max(40), settings: Settings })
  .strict()
  .openapi("TargetCheckInput");

export const TargetCheck = z
  .object({
    works: z.boolean(),
    account: z.string().nullable(),
    problems: z.array(z.string()),
    offers: z.record(z.string(), z.array(Choice)),
    /** Why it does not work, and which setting that hangs on. */
    problem: z.string().nullable(),
    field: z.string().nullable(),
  })
  .openapi("TargetCheck", { description: "Who we are there, what will not work yet, and choices for the form." });
