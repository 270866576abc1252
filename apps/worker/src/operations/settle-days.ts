import { readDirtyDays } from "@today/db/dirty-day";
import { loadDayFacts } from "@today/db/facts";
import { keepSettledDays } from "@today/db/settled-day";
import { todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { settleLoaded } from "../settling.ts";

const most = 500;

/**
 * Settles up to 500 dirty days up to today, of given people or of anybody, in one transaction, and puts a message on the queue
 * while more are left. A day whose facts change meanwhile stays dirty. Gives the number of days taken.
 */
export async function settleDays(ctx: Context, people: readonly string[] | null): Promise<number> {
  const { db, now, company } = ctx;
  const dirty = await readDirtyDays(db, company.id, { today: todayOf(ctx), people });
  const loaded = await loadDayFacts(db, { companyId: company.id, now }, dirty);
  const writes = dirty.flatMap((day, n) => {
    const facts = loaded[n];
    return facts === undefined ? [] : (settleLoaded(day, facts) ?? []);
  });
  await db.batch(keepSettledDays(db, { companyId: company.id, at: now }, writes));
  if (dirty.length === most) await ctx.queue.sendBatch([{ body: { kind: "settle", people } }]);
  return dirty.length;
}
