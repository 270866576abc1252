import { addDays } from "@today/core/time/date";
import { backDatingDays } from "@today/db/member-day";
import { insertWithdrawal } from "@today/db/pick";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandOpen } from "../period-lock.ts";

/** Undoes the actor's own pick of an open day. */
export async function withdrawPick(ctx: Context, id: string): Promise<void> {
  const author = authorOf(ctx);
  const since = addDays(author.today, -backDatingDays);
  const found = await insertWithdrawal(ctx.db, author, { id, since });
  if (found === null) throw new Refusal("not-found");
  if (found.date < since) throw new Refusal("date-out-of-range");
  if (!found.written && !found.gone) await demandOpen(ctx, found.date, author.person);
  if (found.written) await ctx.queue.sendBatch([{ body: { kind: "settle", people: [author.person] } }]);
}
