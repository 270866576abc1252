import { positionOf } from "@today/core/position";
import { defaultPositions } from "@today/core/position-default";
import { keepTitles, readPositions, readTitles } from "@today/db/position";
import type { Context } from "./context.ts";

/** Statements that say which position each job title is, those included that are about to come. */
export async function placeTitles({ db, company }: Context, coming: readonly (string | null)[] = []) {
  const [{ positions }, titles] = await Promise.all([readPositions(db, company.id), readTitles(db, company.id)]);
  const all = new Set([...titles, ...coming.filter((title) => title !== null).filter((title) => title !== "")]);
  const placed = [...all].map((title) => [title, positionOf(title, positions ?? defaultPositions)] as const);
  return keepTitles(db, company.id, placed);
}
