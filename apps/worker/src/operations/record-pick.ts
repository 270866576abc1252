import { type Claim, findEmployee } from "@today/db/person";
import { insertPick, insertPickFor, type PickWish } from "@today/db/pick";
import { readAskRight } from "@today/db/request";
import { authorOf } from "../author.ts";
import { isNear } from "../choosable.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { demandOpen, unlessClosed } from "../period-lock.ts";
import { demandDate, knownPick, type MadePick } from "../picked.ts";

/**
 * Records the pick of the person behind a session; refuses `session-invalid` when nobody is. The same id with the same content
 * again answers the same and changes nothing.
 */
export async function recordPick(
  ctx: Context,
  claim: Claim,
  wish: PickWish & { readonly reason: string | null },
): Promise<MadePick> {
  const { db, now } = ctx;
  const author = authorOf(ctx);
  const { at, today, channel } = author;
  const pick = { ...wish, at, today, channel };
  const maker = isNear(wish.date, today) ? await unlessClosed(insertPick(db, claim, pick)) : null;
  if (maker !== null) {
    await ctx.queue.sendBatch([{ body: { kind: "settle", people: [maker.id] } }]);
    return { created: true, madeAt: now, madeBy: maker };
  }
  if ((await findEmployee(db, claim)) === null) throw new Refusal("session-invalid");
  await demandDate(ctx, wish.date);
  const known = await knownPick(ctx, wish, claim.person);
  if (known !== null) return known;
  await demandOpen(ctx, wish.date, claim.person);
  throw new Refusal("project-not-bookable");
}

/** Records a pick for somebody of a project that the actor manages, HR's for anybody; refuses `not-found` else. */
export async function enterPick(
  ctx: Context,
  claim: Claim,
  wish: PickWish & { readonly person: string; readonly reason: string | null },
): Promise<MadePick> {
  const { db, now } = ctx;
  const { person, date, project, reason } = wish;
  const me = await findEmployee(db, claim);
  if (me === null) throw new Refusal("session-invalid");
  const author = authorOf(ctx);
  const right = await readAskRight(db, author, { person, date });
  if (!right.exists || !(right.hr || right.shared.includes(project))) throw new Refusal("not-found");
  if (reason === null) throw new Refusal("reason-missing");
  await demandDate(ctx, date);
  if (await unlessClosed(insertPickFor(db, author, { ...wish, reason }))) {
    await ctx.queue.sendBatch([{ body: { kind: "settle", people: [person] } }]);
    return { created: true, madeAt: now, madeBy: { id: me.id, name: me.name, title: me.title } };
  }
  const known = await knownPick(ctx, wish, person);
  if (known !== null) return known;
  await demandOpen(ctx, date, person);
  throw new Refusal("project-not-bookable");
}
