import type { Project } from "@today/core/project";
import { findObstacles, findProject, type ProjectView, updateProject } from "@today/db/project";
import { acceptedProject } from "../accepted-project.ts";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Changes some fields of a project that is still at `version`; refuses `version-conflict` with the current one. */
export async function changeProject(
  ctx: Context,
  wish: { readonly id: string; readonly version: number; readonly fields: Partial<Omit<Project, "id">> },
): Promise<ProjectView> {
  const author = authorOf(ctx);
  const known = await findProject(ctx.db, author, wish.id);
  if (known === null) throw new Refusal("not-found");
  if (!known.editable) throw new Refusal("forbidden");
  if (known.version !== wish.version) throw new Refusal("version-conflict", { current: known });
  const before = fieldsOf(known);
  const after = acceptedProject({ ...before, ...wish.fields });
  if (JSON.stringify(before) === JSON.stringify(after)) return known;
  const obstacles = await findObstacles(ctx.db, author, { ...after, managers: [] });
  if (obstacles.codeTaken) throw new Refusal("code-taken");
  if (after.mark !== before.mark && obstacles.markTaken) throw new Refusal("mark-taken");
  const written = await updateProject(ctx.db, author, { before: { ...before, version: known.version }, after });
  const current = await findProject(ctx.db, author, wish.id);
  if (!written || current === null) throw new Refusal("version-conflict", { current });
  return current;
}

function fieldsOf({ id, code, name, shortName, mark, color, startsOn, closedOn }: Project): Project {
  return { id, code, name, shortName, mark, color, startsOn, closedOn };
}
