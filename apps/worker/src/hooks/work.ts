import { minuteMs } from "@today/core/time/minutes";
import { hasHookWork } from "@today/db/hook-delivery";
import type { Context } from "../context.ts";
import type { Job } from "../job.ts";

/** How long a run of deliveries may take, in milliseconds: one that has not ended by then never will. */
export const leaseMs = 5 * minuteMs;

/** The message that wakes the hooks, where there is something to tell. */
export async function hookWork({ db, company, now }: Context): Promise<Job[]> {
  const work = await hasHookWork(db, company.id, { now, lost: now - leaseMs });
  return work ? [{ kind: "deliver-hooks" }] : [];
}
