import { readTaskTargets } from "@today/db/task-push";
import { readStateTargets } from "@today/db/task-state";
import type { Context } from "../../context.ts";
import type { Job } from "../../job.ts";
import { staleMs } from "../push/send.ts";

/** The messages for targets at which tasks wait to be made. */
export async function taskWork({ db, company, now }: Context): Promise<Job[]> {
  const targets = await readTaskTargets(db, company.id, { now, stale: now - staleMs });
  return targets.map((targetId) => ({ kind: "push-tasks", targetId }));
}

/** The messages for targets at which states of tasks wait to be set. */
export async function stateWork({ db, company, now }: Context): Promise<Job[]> {
  const targets = await readStateTargets(db, company.id, { now, stale: now - staleMs });
  return targets.map((targetId) => ({ kind: "push-states", targetId }));
}
