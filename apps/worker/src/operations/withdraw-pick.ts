import { insertWithdrawal } from "@today/db/pick";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandOpen } from "../period-lock.ts";

/** Undoes the actor's own pick of an open day, as far back as the company's rules let somebody choose. */
export async function withdrawPick(ctx: Context, id: string): Promise<void> {
  const author = authorOf(ctx);
  const found = await insertWithdrawal(ctx.db, author, id);
  if (found === null) throw new Refusal("not-found");
  if (!found.recent) throw new Refusal("date-out-of-range");
  if (!found.written && !found.gone) await demandOpen(ctx, found.date, author.person);
  if (found.written) await ctx.queue.sendBatch([{ body: { kind: "settle", people: [author.person] } }]);
}
