import { type Destination, type DestinationWish, readDestination, writeDestination } from "@today/db/destination";
import { authorOf } from "../author.ts";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Says where the hours of a project go at a target, over a version. What is there is read soon, and what is to go is planned anew. */
export async function keepDestination(ctx: Context, wish: DestinationWish): Promise<Destination> {
  const { db, company } = ctx;
  const answer = await writeDestination(db, authorOf(ctx), wish);
  if (answer === "unknown") throw new Refusal("not-found");
  if (answer === "stranger") throw new Refusal("remote-unknown");
  const current = await readDestination(db, company.id, wish);
  if (answer === "outdated" || current === null) throw new Refusal("version-conflict", { current });
  await enqueue(ctx, [{ kind: "read-changes", targetId: wish.targetId }, { kind: "plan-worklogs" }]);
  return current;
}
