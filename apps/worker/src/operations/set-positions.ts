import { makePositions, type Position } from "@today/core/position";
import { writePositions } from "@today/db/position";
import { authorOf, demandRole } from "../author.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { placeTitles } from "../titles.ts";

/** Replaces the company's positions, with none the default ones hold again; every job title finds its position anew. */
export async function setPositions(
  ctx: Context,
  wish: { readonly version: number; readonly positions: readonly Position[] },
): Promise<void> {
  demandRole(ctx, "hr", "admin");
  if (!makePositions(wish.positions).ok) throw new Refusal("positions-malformed");
  if (!(await writePositions(ctx.db, authorOf(ctx), wish))) throw new Refusal("version-conflict");
  await commit(ctx, await placeTitles(ctx));
}
