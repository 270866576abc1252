import {
  type Destination,
  type DestinationWish,
  deleteDestination,
  readDestination,
  writeDestination,
} from "@today/db/destination";
import { authorOf, demandRole } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Says where the hours of a project go at a target, over a version. What is there is read soon, and what is to go is planned anew. */
export async function setDestination(ctx: Context, wish: DestinationWish): Promise<Destination> {
  demandRole(ctx, "admin");
  const { db, company } = ctx;
  const answer = await writeDestination(db, authorOf(ctx), wish);
  if (answer === "unknown") throw new Refusal("not-found");
  if (answer === "stranger") throw new Refusal("remote-unknown");
  const current = await readDestination(db, company.id, wish);
  if (answer === "outdated" || current === null) throw new Refusal("version-conflict", { current });
  await enqueue(ctx, [{ kind: "read-changes", targetId: wish.targetId }, { kind: "plan-worklogs" }]);
  return current;
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
