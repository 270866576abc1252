import { writeDefaultProject } from "@today/db/person";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Sets the actor's default project, or clears it; it must be one they may book today. */
export async function setDefaultProject(ctx: Context, project: string | null): Promise<void> {
  if (!(await writeDefaultProject(ctx.db, authorOf(ctx), project))) throw new Refusal("project-not-bookable");
}
