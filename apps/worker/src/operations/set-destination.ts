import { type Destination, type DestinationWish, deleteDestination, readDestination } from "@today/db/destination";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { keepDestination } from "../targets/destination.ts";

/** Says where the hours of a project go at a target, for an admin. */
export async function setDestination(ctx: Context, wish: DestinationWish): Promise<Destination> {
  demandRole(ctx, "admin");
  return keepDestination(ctx, wish);
}

/** Ends it that a project's hours go to a target; what stands there is taken away again. */
export async function removeDestination(
  ctx: Context,
  wish: Pick<Destination, "targetId" | "projectId" | "version">,
): Promise<void> {
  demandRole(ctx, "admin");
  const { db, company } = ctx;
  if ((await deleteDestination(db, authorOf(ctx), wish)) === "outdated") {
    throw new Refusal("version-conflict", { current: await readDestination(db, company.id, wish) });
  }
  await enqueue(ctx, [{ kind: "plan-worklogs" }]);
}
