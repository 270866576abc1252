import { findUndoable, undo } from "@today/db/decision-undo";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/**
 * Takes back a bulk action of the actor, for HR anybody's, or one request that was entered for somebody: all of it waits again. A
 * repeat changes nothing. Refuses `not-found`, and `period-closed` when a day of it was closed meanwhile.
 */
export async function undoDecision(ctx: Context, id: string): Promise<void> {
  const author = authorOf(ctx);
  const found = await findUndoable(ctx.db, author, id);
  if (found === null) throw new Refusal("not-found");
  if (found.undone) return;
  const taken = await undo(ctx.db, author, found);
  if (!taken) {
    const now = await findUndoable(ctx.db, author, id);
    if (now?.undone !== true) throw new Refusal("period-closed");
    return;
  }
  await ctx.queue.sendBatch([{ body: { kind: "settle", people: found.people } }]);
}
