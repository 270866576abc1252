import { findPick, insertPick, type PickWish } from "@today/db/pick";
import { authorOf } from "../author.ts";
import { demandChoosable } from "../choosable.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/** Records the actor's own pick. The same id with the same content again answers the same and changes nothing. */
export async function recordPick(
  ctx: Context,
  wish: PickWish,
): Promise<{ readonly created: boolean; readonly madeAt: number }> {
  const author = authorOf(ctx);
  demandChoosable(wish.date, author.today);
  const written = await insertPick(ctx.db, author, wish);
  if (written !== null) {
    await ctx.queue.sendBatch([{ body: { kind: "settle", people: [author.person] } }]);
    return { created: true, madeAt: written.madeAt };
  }
  const known = await findPick(ctx.db, author.company, wish.id);
  if (known === null) throw new Refusal("project-not-bookable");
  if (known.person !== author.person || !isSame(known, wish)) throw new Refusal("pick-id-reused");
  return { created: false, madeAt: known.madeAt };
}

function isSame(a: PickWish, b: PickWish): boolean {
  return a.date === b.date && a.project === b.project && a.task === b.task && a.from === b.from;
}
