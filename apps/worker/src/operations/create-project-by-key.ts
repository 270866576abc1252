import { nextColor, type Project } from "@today/core/project";
import { findBriefs, findObstacles, insertProject } from "@today/db/project";
import { acceptedProject } from "../accepted-project.ts";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

const attempts = 3;

/** Creates a project under the key that acts; a repeat of the id answers what is there. */
export async function createProjectByKey(
  ctx: Context,
  wish: Omit<Project, "color"> & { readonly managers: readonly string[] },
): Promise<Project> {
  const author = authorOf(ctx);
  const { managers, ...fields } = wish;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const [known] = await findBriefs(ctx.db, ctx.company.id, [wish.id]);
    if (known !== undefined) return known;
    const obstacles = await findObstacles(ctx.db, author, wish);
    if (obstacles.codeTaken) throw new Refusal("code-taken");
    if (obstacles.markTaken) throw new Refusal("mark-taken");
    if (obstacles.unknownManager) throw new Refusal("not-found");
    const project = acceptedProject({ ...fields, color: nextColor(obstacles.count) });
    if (await insertProject(ctx.db, author, { project, managers, count: obstacles.count })) return project;
  }
  throw new Refusal("version-conflict");
}
