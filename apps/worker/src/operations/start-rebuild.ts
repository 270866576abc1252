import { openRebuild, type Rebuild, readRebuild } from "@today/db/rebuild";
import { enqueue } from "../commit.ts";
import type { Context } from "../context.ts";

/**
 * Begins to settle everything anew from the facts; `writes` says whether days that differ are settled anew or only reported. While
 * one runs it goes on and no other begins. Gives the one that runs, or the finished one of the same id.
 */
export async function startRebuild(
  ctx: Context,
  { id, writes }: { readonly id: string; readonly writes: boolean },
): Promise<Rebuild | null> {
  const { db, company, now, actor } = ctx;
  await db.batch(openRebuild(db, { companyId: company.id, at: now }, { id, askedBy: actor.id, writes }));
  const rebuild = await readRebuild(db, company.id);
  if (rebuild?.state === "running") await enqueue(ctx, [{ kind: "rebuild", id: rebuild.id, n: rebuild.n }]);
  return rebuild;
}
