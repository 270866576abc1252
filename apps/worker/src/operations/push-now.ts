import { hurryStates } from "@today/db/task-state";
import { hurryWorklogs } from "@today/db/worklog-retry";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandTarget } from "../targets/open.ts";

/** Sends hours and states of tasks that are due to a target now and not in the night; gives how many worklogs wait. Refuses `not-found` and `target-paused`. */
export async function pushNow(ctx: Context, targetId: string): Promise<number> {
  demandRole(ctx, "admin");
  const target = await demandTarget(ctx, targetId);
  if (target.state !== "on") throw new Refusal("target-paused");
  const worklogs = await hurryWorklogs(ctx.db, authorOf(ctx), targetId);
  const states = await hurryStates(ctx.db, authorOf(ctx), targetId);
  await enqueue(ctx, [
    { kind: "push-worklogs", targetId },
    ...(states > 0 ? [{ kind: "push-states", targetId } as const] : []),
  ]);
  return worklogs;
}
