import { makePositions, type Position, positionOf } from "@today/core/position";
import { defaultPositions } from "@today/core/position-default";
import { keepTitles, readPositions, readTitles, writePositions } from "@today/db/position";
import { authorOf, demandRole } from "../author.ts";
import { commit } from "../commit.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

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

/** Statements that say which position each job title is, those included that are about to come. */
export async function placeTitles({ db, company }: Context, coming: readonly (string | null)[] = []) {
  const [{ positions }, titles] = await Promise.all([readPositions(db, company.id), readTitles(db, company.id)]);
  const all = new Set([...titles, ...coming.filter((title) => title !== null).filter((title) => title !== "")]);
  const placed = [...all].map((title) => [title, positionOf(title, positions ?? defaultPositions)] as const);
  return keepTitles(db, company.id, placed);
}
