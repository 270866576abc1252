import { hasMarkedPeople } from "@today/db/task-plan";
import { hasMarkedDays } from "@today/db/worklog-day";
import { enqueue } from "../../commit.ts";
import type { Context } from "../../context.ts";

/** Has planned what days and people are marked for by now; where none is, nothing happens. */
export async function askForPlan(ctx: Context): Promise<void> {
  const { db, company } = ctx;
  const isAsked = (await hasMarkedDays(db, company.id)) || (await hasMarkedPeople(db, company.id));
  if (isAsked) await enqueue(ctx, [{ kind: "plan-worklogs" }]);
}
