import { markerOf } from "@today/connectors/marker";
import type { Standing } from "@today/db/role";
import { insertTaskDraft, retryTaskDraft, type TaskWish } from "@today/db/task-draft";
import { authorOf, demand, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandTarget } from "../targets/open.ts";

type NewTask = Omit<TaskWish, "marker">;

/** Has a task made at a target, by an admin. Refuses `not-found`, `project-not-linked` and `task-id-reused`. */
export async function createTask(ctx: Context, wish: NewTask): Promise<void> {
  demandRole(ctx, "admin");
  await demandTarget(ctx, wish.targetId);
  await create(ctx, wish);
}

/** The same for the manager of the project, who may know no more of the target than that hours go there. */
export async function createProjectTask(ctx: Context, wish: NewTask): Promise<void> {
  await create(ctx, wish);
}

/** Has a task that failed tried anew, by the project's manager or an admin; what did not fail stays as it is. */
export async function retryTask(ctx: Context, key: Pick<TaskWish, "targetId" | "projectId" | "id">): Promise<void> {
  const { standing, isKnown } = await retryTaskDraft(ctx.db, authorOf(ctx), key);
  demandManager(standing);
  if (!isKnown) throw new Refusal("not-found");
  await enqueue(ctx, [{ kind: "push-tasks", targetId: key.targetId }]);
}

async function create(ctx: Context, wish: NewTask): Promise<void> {
  const marker = await markerOf(`${ctx.company.id}|${wish.targetId}|task|${wish.id}`);
  const { standing, answer } = await insertTaskDraft(ctx.db, authorOf(ctx), { ...wish, marker });
  demandManager(standing);
  if (answer === "unlinked") throw new Refusal("project-not-linked");
  if (answer === "reused") throw new Refusal("task-id-reused");
  await enqueue(ctx, [{ kind: "push-tasks", targetId: wish.targetId }]);
}

function demandManager(standing: Standing): void {
  demand(standing, "manager", "admin");
}
