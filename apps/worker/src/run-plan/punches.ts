import type { WorkDate } from "@today/core/time/date";
import { readActivePeople } from "@today/db/directory";
import type { Context } from "../context.ts";
import { planRange } from "../pull/work.ts";
import type { PlannedRun } from "./planned-run.ts";

/** Everybody's punches of a range that somebody asked for. */
export async function planPunches(ctx: Context, range: { from: WorkDate; to: WorkDate }): Promise<PlannedRun> {
  const { db, company, now } = ctx;
  const people = await readActivePeople(db, company.id);
  const works = planRange({ people, now, zone: company.zone }, range);
  return { id: `punches-${crypto.randomUUID()}`, works, from: range.from, to: range.to };
}
