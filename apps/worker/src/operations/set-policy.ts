import type { Policy } from "@today/core/policy";
import type { Privacy } from "@today/core/privacy";
import type { Rules } from "@today/core/rules";
import type { WorkDate } from "@today/core/time/date";
import { createPrivacyReader } from "@today/db/policy";
import { readPolicies, writePolicy } from "@today/db/policy-change";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** What a company lays down from a date on. */
export interface PolicyWish extends Omit<Policy, "zone"> {
  readonly rules: Rules;
  /** What is not said stays as it is. */
  readonly privacy?: Privacy | undefined;
}

/** Says how the company counts from a date on; the days since are settled anew. */
export async function setPolicy(ctx: Context, startsOn: WorkDate, wish: PolicyWish): Promise<void> {
  demandRole(ctx, "admin");
  const { overtime, breaks, longDay, rules } = wish;
  const privacy = wish.privacy ?? createPrivacyReader(await readPolicies(ctx.db, ctx.company.id))(startsOn);
  const value = { overtime, breaks, longDay, rules, privacy };
  if ((await writePolicy(ctx.db, authorOf(ctx), { startsOn, value })) === "closed") throw new Refusal("period-closed");
  await enqueue(ctx, [{ kind: "settle", people: null }]);
}
