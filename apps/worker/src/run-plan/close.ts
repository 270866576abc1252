import { readActivePeople } from "@today/db/directory";
import type { Context } from "../context.ts";
import { planClose } from "../pull/work.ts";
import { keptPlan } from "../quota/planning.ts";
import type { PlannedRun } from "./planned-run.ts";

/** Records, and where the calls allow it results, of everybody on all days of a month that is about to be closed, once. */
export async function planTheClose(ctx: Context): Promise<PlannedRun | null> {
  const { db, company, now } = ctx;
  const plan = (await keptPlan(ctx))?.plan ?? null;
  const close = plan?.ground.close ?? null;
  if (plan === null || plan.close === null || close === null || plan.close.records === 0) return null;
  const { runId: id, from, to } = close;
  const people = await readActivePeople(db, company.id);
  const works = planClose({ people, now, zone: company.zone }, { from, to }, plan.close.results > 0);
  return { id, works, from, to };
}
