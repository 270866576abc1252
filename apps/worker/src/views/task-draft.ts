import { readStanding } from "@today/db/role";
import { listTaskDrafts, type TaskDraftsWish } from "@today/db/task-draft";
import { authorOf, demand, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import type { TaskDrafts } from "../contract.ts";
import { cursorOf, placeOf } from "../page-cursor.ts";
import { demandTarget } from "../targets/open.ts";
import { isoOf } from "./instant.ts";

const pageSize = 50;

/** Tasks that were made at a target, the newest first. */
export async function viewTargetTasks(ctx: Context, targetId: string, cursor: string | undefined): Promise<TaskDrafts> {
  demandRole(ctx, "admin");
  await demandTarget(ctx, targetId);
  return page(ctx, { targetId, projectId: null, before: placeOf(cursor) });
}

/** Tasks that were made of a project, wherever its hours go, for its manager. */
export async function viewProjectTasks(
  ctx: Context,
  projectId: string,
  cursor: string | undefined,
): Promise<TaskDrafts> {
  demand(await readStanding(ctx.db, authorOf(ctx), projectId), "manager", "admin");
  return page(ctx, { targetId: null, projectId, before: placeOf(cursor) });
}

async function page({ db, company }: Context, wish: TaskDraftsWish): Promise<TaskDrafts> {
  const tasks = await listTaskDrafts(db, company.id, wish);
  const last = tasks.at(-1);
  return {
    tasks: tasks.map(({ dueOn, createdAt, ...task }) => {
      return { ...task, deadline: dueOn, createdAt: isoOf(createdAt, company.zone) };
    }),
    next: last === undefined || tasks.length < pageSize ? null : cursorOf([String(last.createdAt), last.id]),
  };
}
