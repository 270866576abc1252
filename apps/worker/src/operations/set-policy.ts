import type { Policy } from "@today/core/policy";
import type { Rules } from "@today/core/rules";
import type { WorkDate } from "@today/core/time/date";
import { writePolicy } from "@today/db/policy-change";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** What a company lays down from a date on. */
export interface PolicyWish extends Omit<Policy, "zone"> {
  readonly rules: Rules;
}

/** Says how the company counts from a date on; the days since are settled anew. */
export async function setPolicy(ctx: Context, startsOn: WorkDate, wish: PolicyWish): Promise<void> {
  demandRole(ctx, "admin");
  const { overtime, breaks, longDay, rules } = wish;
  const value = { overtime, breaks, longDay, rules };
  if ((await writePolicy(ctx.db, authorOf(ctx), { startsOn, value })) === "closed") throw new Refusal("period-closed");
  await enqueue(ctx, [{ kind: "settle", people: null }]);
}
