import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { WorkDate as Day } from "@today/core/time/date";
import { createPolicyReader, createPrivacyReader, createRulesReader } from "@today/db/policy";
import { readPolicies } from "@today/db/policy-change";
import { json, refusesSigned } from "../answer.ts";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import type { Policies as PoliciesView } from "../contract.ts";
import { setPolicy } from "../operations/set-policy.ts";
import { Policies, PolicyInput } from "../schema/calendar.ts";
import { WorkDate } from "../schema/quantity.ts";
import { bySession, type Door } from "../signed-in.ts";

const example = {
  ...{ overtime: "approved" as const, breaks: { rule: "shift" as const }, longDay: 960 },
  rules: {
    ...{ tolerance: { minutes: 30, lateDays: 1 }, backDays: 31, overtimeBackDays: 7 },
    ...{ period: "month" as const, lieu: false, onlyApproved: false },
  },
};

const list = createRoute({
  method: "get",
  path: "/api/policy",
  summary: "How the company counts, from which date on",
  ...bySession,
  responses: { 200: json(Policies, "what holds until anybody says otherwise first"), ...refusesSigned("forbidden") },
});

const set = createRoute({
  method: "put",
  path: "/api/policy/{startsOn}",
  summary: "Say how the company counts from a date on",
  ...bySession,
  request: {
    params: z.object({ startsOn: WorkDate }),
    body: { required: true, ...json(PolicyInput, "all of it", example) },
  },
  responses: {
    200: json(Policies, "what holds now"),
    ...refusesSigned("bad-json", "invalid-input", "body-too-large", "forbidden", "period-closed"),
  },
});

export const policy = new OpenAPIHono<Door>()
  .openapi(list, async (c) => {
    demandRole(c.var.ctx, "manager", "hr", "finance", "admin");
    return c.json(await viewPolicies(c.var.ctx), 200);
  })
  .openapi(set, async (c) => {
    await setPolicy(c.var.ctx, c.req.valid("param").startsOn, c.req.valid("json"));
    return c.json(await viewPolicies(c.var.ctx), 200);
  });

async function viewPolicies({ db, company, actor }: Context): Promise<PoliciesView> {
  const rows = await readPolicies(db, company.id);
  const policyOn = createPolicyReader(rows, company.zone);
  const rulesOn = createRulesReader(rows);
  const privacyOn = createPrivacyReader(rows);
  const shown = (startsOn: Day | null) => {
    const date = startsOn ?? "";
    const { overtime, breaks, longDay } = policyOn(date);
    return { startsOn, overtime, breaks, longDay, rules: rulesOn(date), privacy: privacyOn(date) };
  };
  return {
    policies: [null, ...rows.map(({ startsOn }) => startsOn)].map(shown),
    editable: actor.roles.includes("admin"),
  };
}
