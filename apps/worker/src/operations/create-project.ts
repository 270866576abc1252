import type { ProjectView } from "@today/db/project";
import { demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { makeProject, type ProjectWish } from "../new-project.ts";

/** Creates a project with its managers, for an admin. A repeat of the id answers the same. */
export async function createProject(
  ctx: Context,
  wish: ProjectWish,
): Promise<{ readonly created: boolean; readonly project: ProjectView }> {
  demandRole(ctx, "admin");
  return makeProject(ctx, wish);
}
