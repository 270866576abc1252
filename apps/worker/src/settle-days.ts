import { readDayReviews } from "@today/db/day-review";
import { readDirtyDays } from "@today/db/dirty-day";
import { loadDayFacts } from "@today/db/facts";
import { keepSettledDays } from "@today/db/settled-day";
import { todayOf } from "./author.ts";
import type { Context } from "./context.ts";
import { settleLoaded } from "./settling.ts";
import { askForPlan } from "./targets/plan/ask.ts";

const atOnce = 500;
const mostRounds = 10;

/**
 * Settles the dirty days up to today, of given people or of anybody, 500 in one transaction and 5,000 at most; while more are left
 * it puts a message on the queue. A day whose facts change meanwhile stays dirty. Gives the number of days taken. Hours that are
 * to go elsewhere are planned next.
 */
export async function settleDays(ctx: Context, people: readonly string[] | null): Promise<number> {
  let taken = 0;
  let some = atOnce;
  for (let round = 0; round < mostRounds && some === atOnce; round += 1) {
    some = await settleSome(ctx, people);
    taken += some;
  }
  if (some === atOnce) await ctx.queue.sendBatch([{ body: { kind: "settle", people } }]);
  await askForPlan(ctx);
  return taken;
}

async function settleSome(ctx: Context, people: readonly string[] | null): Promise<number> {
  const { db, now, company } = ctx;
  const today = todayOf(ctx);
  const dirty = await readDirtyDays(db, company.id, { today, people });
  // Before the facts: a decision that comes in between marks its day, and the day is settled again.
  const besideOf = await readDayReviews(db, company.id, dirty);
  const loaded = await loadDayFacts(db, { companyId: company.id, now }, dirty);
  const writes = dirty.flatMap((day, n) => {
    const facts = loaded[n];
    return facts === undefined ? [] : (settleLoaded(day, facts, besideOf(day)) ?? []);
  });
  await db.batch(keepSettledDays(db, { companyId: company.id, at: now, today }, writes));
  return dirty.length;
}
