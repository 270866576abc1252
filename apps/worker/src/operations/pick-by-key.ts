import type { Instant } from "@today/core/time/minutes";
import { findPeople } from "@today/db/person";
import { insertPickFor, type PickWish } from "@today/db/pick";
import { authorOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandOpen, unlessClosed } from "../period-lock.ts";
import { demandDate, knownPick } from "../picked.ts";

/**
 * Records a pick for somebody under the key that acts; answers when it was made. The same id with the same content again changes
 * nothing; refused as what a person enters is, and on dates for approvers only.
 */
export async function pickByKey(
  ctx: Context,
  wish: PickWish & { readonly person: string; readonly reason: string },
): Promise<Instant> {
  const { db, company, now } = ctx;
  const { person, date } = wish;
  await demandDate(ctx, date);
  if (await unlessClosed(insertPickFor(db, authorOf(ctx), wish))) {
    await ctx.queue.sendBatch([{ body: { kind: "settle", people: [person] } }]);
    return now;
  }
  const known = await knownPick(ctx, wish, person);
  if (known !== null) return known.madeAt;
  if ((await findPeople(db, company.id, [person])).length === 0) throw new Refusal("not-found");
  await demandOpen(ctx, date, person);
  throw new Refusal("project-not-bookable");
}
