import { retryStates } from "@today/db/task-state";
import { retryTodos } from "@today/db/todo-reminder";
import { retryWorklogs } from "@today/db/worklog-retry";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { demandTarget } from "../targets/open.ts";

/** Which worklogs go again: some by their keys, or all that were set aside. */
interface RetryWish {
  readonly targetId: string;
  readonly keys: readonly string[] | null;
}

/** Lets worklogs that were set aside go again and gives how many did, with all of them states of tasks and reminders too. Refuses `not-found`. */
export async function retrySetAside(ctx: Context, wish: RetryWish): Promise<number> {
  demandRole(ctx, "admin");
  await demandTarget(ctx, wish.targetId);
  const worklogs = await retryWorklogs(ctx.db, authorOf(ctx), wish);
  const states = wish.keys === null ? await retryStates(ctx.db, authorOf(ctx), wish.targetId) : 0;
  const reminders = wish.keys === null ? await retryTodos(ctx.db, authorOf(ctx), wish.targetId) : 0;
  await enqueue(ctx, [
    { kind: "push-worklogs", targetId: wish.targetId },
    ...(states > 0 ? [{ kind: "push-states", targetId: wish.targetId } as const] : []),
    ...(reminders > 0 ? [{ kind: "send-todos" } as const] : []),
  ]);
  return worklogs;
}
