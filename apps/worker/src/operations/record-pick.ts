import type { Instant } from "@today/core/time/minutes";
import { type Claim, type Employee, findEmployee } from "@today/db/person";
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
): Promise<{ readonly created: boolean; readonly madeAt: Instant; readonly me: Employee }> {
  const choosable = isChoosable(wish.date, todayOf(ctx));
  const stamp = { at: ctx.now, channel: ctx.actor.channel };
  const { me, written } = choosable
    ? await insertPick(ctx.db, claim, { ...wish, ...stamp })
    : { me: await findEmployee(ctx.db, claim), written: false };
  if (me === null) throw new Refusal("session-invalid");
  if (!choosable) throw new Refusal("date-out-of-range");
  if (written) {
    await ctx.queue.sendBatch([{ body: { kind: "settle", people: [me.id] } }]);
    return { created: true, madeAt: ctx.now, me };
  }
  const known = await findPick(ctx.db, claim.company, wish.id);
  if (known === null) throw new Refusal("project-not-bookable");
  if (known.person !== me.id || !isSame(known, wish)) throw new Refusal("pick-id-reused");
  return { created: false, madeAt: known.madeAt, me };
}

function isSame(a: PickWish, b: PickWish): boolean {
  return a.date === b.date && a.project === b.project && a.task === b.task && a.from === b.from;
}
