import { hasMarkedDays } from "@today/db/worklog-day";
import { enqueue } from "../../commit.ts";
import type { Context } from "../../context.ts";

/** Has worklogs planned for days that are marked by now; where none is, nothing happens. */
export async function askForPlan(ctx: Context): Promise<void> {
  if (await hasMarkedDays(ctx.db, ctx.company.id)) await enqueue(ctx, [{ kind: "plan-worklogs" }]);
}
