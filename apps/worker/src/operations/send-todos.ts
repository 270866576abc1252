import { claimTodo, keepTodoEnd } from "@today/db/todo-reminder";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { currentPlan } from "../quota/planning.ts";
import { staleMs } from "../targets/push/send.ts";
import { bringTodo } from "../todo/bring.ts";

const mostCalls = 20;

/**
 * Brings reminders to DingTalk, at most twenty and only such as the month's plan has calls for; the rest waits for the sweeper. Without
 * the permission, which stands among the link's problems then, they wait an hour.
 */
export async function sendTodos(ctx: Context): Promise<void> {
  const { db, company, now } = ctx;
  const { plan } = await currentPlan(ctx);
  const most = Math.min(mostCalls, plan.days.calls);
  for (let n = 0; n < most; n += 1) {
    const claim = await claimTodo(db, company.id, { now, stale: now - staleMs });
    if (claim === null) return;
    const { end, stops } = await bringTodo(ctx, claim);
    await commit(ctx, [keepTodoEnd(db, company.id, { claim, end, now })]);
    if (stops) return;
  }
}
