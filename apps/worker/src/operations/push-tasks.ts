import { ConnectorError } from "@today/connectors/error";
import { claimTask, keepTaskEnd } from "@today/db/task-push";
import { keepTargetNews } from "@today/db/worklog-push";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { type OpenTarget, openTarget } from "../targets/open.ts";
import { problemOf } from "../targets/problem.ts";
import { staleMs } from "../targets/push/send.ts";
import { tellTask } from "../targets/task/draft.ts";
import { writeTask } from "../targets/task/write.ts";

const mostAtOnce = 20;

/** Makes tasks that are due at a target, one after the other and 20 at most; for the rest it puts a message on the queue. */
export async function pushTasks(ctx: Context, { targetId }: { readonly targetId: string }): Promise<void> {
  const open = await openOrTell(ctx, targetId);
  if (open === null) return;
  for (let n = 0; n < mostAtOnce; n += 1) {
    if (!(await pushNext(ctx, open))) return;
  }
  await enqueue(ctx, [{ kind: "push-tasks", targetId }]);
}

async function pushNext(ctx: Context, open: OpenTarget): Promise<boolean> {
  const { tasks } = open.session;
  const place = { companyId: ctx.company.id, targetId: open.target.id };
  if (tasks === undefined) return false;
  const task = await claimTask(ctx.db, place, { now: ctx.now, stale: ctx.now - staleMs });
  if (task === null) return false;
  const told = await tellTask(ctx, open, task);
  const { end, news } = await writeTask(tasks, { task, told, now: ctx.now });
  const { quietUntil = 0, stops = null } = news ?? {};
  await ctx.db.batch([
    ...keepTaskEnd(ctx.db, place, { end, now: ctx.now }),
    ...(news === null
      ? []
      : [keepTargetNews(ctx.db, place, { pushedAt: null, quietUntil, problem: stops, now: ctx.now })]),
  ]);
  return news === null;
}

/** Null for a target that cannot be opened, which is told. */
async function openOrTell(ctx: Context, targetId: string): Promise<OpenTarget | null> {
  const place = { companyId: ctx.company.id, targetId };
  try {
    return await openTarget(ctx, targetId);
  } catch (error) {
    if (error instanceof Refusal) return null;
    if (!(error instanceof ConnectorError)) throw error;
    const news = { pushedAt: null, quietUntil: 0, problem: problemOf(error), now: ctx.now };
    await ctx.db.batch([keepTargetNews(ctx.db, place, news)]);
    return null;
  }
}
