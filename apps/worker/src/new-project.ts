import { nextColor, type Project } from "@today/core/project";
import { findObstacles, findProject, insertProject, type ProjectView } from "@today/db/project";
import { acceptedProject } from "./accepted-project.ts";
import { authorOf } from "./author.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./error.ts";

/** A project as the admin describes it; its id is made by the client. */
export type ProjectWish = Omit<Project, "color"> & { readonly managers: readonly string[] };

const attempts = 3;

/** Creates a project with its managers; the colour follows from how many there were. A repeat of the id answers the same. */
export async function makeProject(
  ctx: Context,
  wish: ProjectWish,
): Promise<{ readonly created: boolean; readonly project: ProjectView }> {
  const author = authorOf(ctx);
  const { managers, ...fields } = wish;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const known = await findProject(ctx.db, author, wish.id);
    if (known !== null) return { created: false, project: sameProject(known, fields) };
    const obstacles = await findObstacles(ctx.db, author, wish);
    if (obstacles.codeTaken) throw new Refusal("code-taken");
    if (obstacles.markTaken) throw new Refusal("mark-taken");
    if (obstacles.unknownManager) throw new Refusal("not-found");
    const project = acceptedProject({ ...fields, color: nextColor(obstacles.count) });
    if (await insertProject(ctx.db, author, { project, managers, count: obstacles.count })) {
      const written = await findProject(ctx.db, author, wish.id);
      if (written !== null) return { created: true, project: written };
    }
  }
  throw new Refusal("version-conflict");
}

function sameProject(known: ProjectView, { id: _, ...wish }: Omit<Project, "color">): ProjectView {
  const differs = Object.entries(wish).some(([field, value]) => known[field as keyof typeof wish] !== value);
  if (differs) throw new Refusal("version-conflict", { current: known });
  return known;
}
