import { z } from "@hono/zod-openapi";
import { stepIds } from "../connection/console-menu.ts";
import { Instant, Minutes, WorkDate } from "./quantity.ts";

const StepId = z.enum(stepIds).openapi("ConnectionStepId");

const Proof = z
  .object({
    code: z.enum(["agent-id", "token", "scopes", "passed", "opened", "check-url", "pushes", "stream", "colleague"]),
    value: z.string().optional(),
    had: z.int().optional(),
    of: z.int().optional(),
  })
  .openapi("ConnectionProof");

const StepProblem = z
  .object({
    code: z.string().openapi({ example: "ip-refused" }),
    dingtalkCode: z.string().nullable().openapi({ example: "60020" }),
    missing: z.array(z.string()).openapi({ example: ["qyapi_get_attendance_data"] }),
    address: z.string().nullable().openapi({ example: "203.0.113.9" }),
    requestId: z.string().nullable(),
  })
  .openapi("ConnectionProblem");

const Problem = z
  .object({
    code: z.string().openapi({ example: "permission" }),
    path: z.string(),
    since: Instant,
    lastAt: Instant,
    times: z.int(),
    dingtalkCode: z.string().openapi({ example: "60011" }),
    missing: z.array(z.string()),
    address: z.string().nullable(),
  })
  .openapi("LinkProblem", { description: "What stands in the way until a call succeeds again." });

const Step = z
  .object({
    id: StepId,
    state: z.enum(["ok", "broken", "not-reached", "optional"]),
    proof: Proof.nullable(),
    problem: StepProblem.nullable(),
    seenAt: Instant.nullable(),
    path: z.array(z.string()).openapi({ description: "the console's own words; `$app` is the application's name" }),
    olderPath: z.array(z.string()).nullable(),
    pathSeenOn: WorkDate,
    values: z.array(z.object({ kind: z.enum(["home-url", "callback-url", "address", "scope"]), value: z.string() })),
    cost: z.int().openapi({ description: "how many of the month's calls a check costs" }),
  })
  .openapi("ConnectionStep");

const Reason = z
  .discriminatedUnion("code", [
    z.object({ code: z.literal("reserve-low"), cut: z.string().openapi({ example: "close-records" }) }),
    z.object({
      code: z.literal("edition-too-small"),
      from: z.int(),
      needs: z.enum(["standard", "professional", "add-on"]).nullable(),
    }),
    z.object({ code: z.literal("pushes-too-few"), from: z.int().nullable() }),
    z.object({ code: z.literal("refused"), elsewhere: z.int() }),
  ])
  .openapi("PlanReason");

const Plan = z
  .object({
    madeAt: Instant,
    nextPullAt: Instant.nullable(),
    left: z.int(),
    night: z.object({ date: WorkDate, calls: z.record(z.string(), z.int()), people: z.int(), rounds: z.int() }),
    reserve: z.object({ nights: z.int(), calls: z.int(), close: z.int() }),
    today: z.array(z.object({ at: Minutes, people: z.int(), calls: z.int() })),
    minutesBetween: Minutes.nullable(),
    collectEvery: Minutes.nullable(),
    shared: z.object({ mostToday: z.int(), minutesBetween: Minutes }).nullable(),
    freshness: z.object({ median: Minutes, p95: Minutes }).nullable(),
    reasons: z.array(Reason),
  })
  .openapi("QuotaPlan", { description: "What DingTalk will be asked today and tonight, and why no more." });

export const Connection = z
  .object({
    steps: z.array(Step),
    next: StepId.nullable().openapi({ description: "the first step to be looked at" }),
    console: z.string(),
    calls: z.object({ month: z.string(), used: z.int(), limit: z.int() }),
    plan: Plan.nullable(),
    problems: z.array(Problem),
  })
  .openapi("Connection");

export const Scopes = z
  .object({
    scopes: z.array(
      z.object({
        name: z.string().openapi({ example: "qyapi_get_member" }),
        need: z.enum(["granted", "required", "optional"]),
        why: z.object({ zh: z.string(), en: z.string() }),
        sends: z.boolean().openapi({ description: "whether it does more than read" }),
        state: z.enum(["ok", "missing", "unseen"]).openapi({ description: "what the last calls behind it showed" }),
      }),
    ),
  })
  .openapi("Scopes");

export const StepInput = z.object({ step: StepId }).strict().openapi("ConnectionStepInput");
