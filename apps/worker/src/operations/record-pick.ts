import type { Instant } from "@today/core/time/minutes";
import { type Claim, findEmployee, type PersonBrief } from "@today/db/person";
import { findPick, insertPick, type PickWish } from "@today/db/pick";
import { todayOf } from "../author.ts";
import { isChoosable } from "../choosable.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";

/**
 * Records the pick of the person behind a session; refuses `session-invalid` when nobody is. The same id with the same content
 * again answers the same and changes nothing.
 */
export async function recordPick(
  ctx: Context,
  claim: Claim,
  wish: PickWish,
): Promise<{ readonly created: boolean; readonly madeAt: Instant; readonly madeBy: PersonBrief }> {
  const { db, now } = ctx;
  const choosable = isChoosable(wish.date, todayOf(ctx));
  const maker = choosable ? await insertPick(db, claim, { ...wish, at: now, channel: ctx.actor.channel }) : null;
  if (maker !== null) {
    await ctx.queue.sendBatch([{ body: { kind: "settle", people: [maker.id] } }]);
    return { created: true, madeAt: now, madeBy: maker };
  }
  if ((await findEmployee(db, claim)) === null) throw new Refusal("session-invalid");
  if (!choosable) throw new Refusal("date-out-of-range");
  const known = await findPick(db, claim.company, wish.id);
  if (known === null) throw new Refusal("project-not-bookable");
  if (known.person !== claim.person || !isSame(known, wish)) throw new Refusal("pick-id-reused");
  return { created: false, madeAt: known.madeAt, madeBy: known.madeBy };
}

function isSame(a: PickWish, b: PickWish): boolean {
  return a.date === b.date && a.project === b.project && a.task === b.task && a.from === b.from;
}
