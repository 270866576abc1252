import { mayDecline } from "@today/core/privacy";
import { addDays } from "@today/core/time/date";
import { loadDayFacts } from "@today/db/facts";
import { keepAnswer } from "@today/db/notice-answer";
import { clearVisits, clearWhereabouts, readLocatedDays } from "@today/db/whereabouts";
import { authorOf, todayOf } from "../author.ts";
import type { Context } from "../context.ts";
import { Refusal } from "../error.ts";
import { readNotice } from "../views/privacy.ts";

/** What somebody answered, under an id made on the phone. */
export interface NoticeWish {
  readonly id: string;
  readonly version: string;
  readonly basis: "notice" | "consent";
  readonly location: boolean;
}

const longAgo = "0000-01-01";
const fullPage = 400;

/**
 * Keeps the actor's answer to the notice as it is now; whoever answers without location has what was kept of it cleared at once. A
 * repeat changes nothing. Refuses `version-conflict` for another notice and `location-required`.
 */
export async function answerNotice(ctx: Context, wish: NoticeWish): Promise<void> {
  const { version, content, privacy } = await readNotice(ctx);
  if (wish.version !== version || wish.basis !== content.basis) throw new Refusal("version-conflict");
  if (!wish.location && !mayDecline(privacy)) throw new Refusal("location-required");
  const answer = keepAnswer(ctx.db, authorOf(ctx), { ...wish, content: JSON.stringify(content) });
  if (wish.location) await ctx.db.batch(answer);
  else await clearAll(ctx, answer);
}

async function clearAll(ctx: Context, answer: readonly D1PreparedStatement[]): Promise<void> {
  const { db, company, actor, now } = ctx;
  // Punches may be kept for tomorrow already, where shifts pass midnight.
  const before = addDays(todayOf(ctx), 3);
  for (let first = true, more = true; more; first = false) {
    const own = { from: longAgo, before, personId: actor.id };
    const located = await readLocatedDays(db, company.id, own);
    const loaded = await loadDayFacts(db, { companyId: company.id, now }, located);
    const { statements } = clearWhereabouts(db, { companyId: company.id, at: now }, loaded);
    await db.batch([...(first ? answer : []), ...statements, clearVisits(db, company.id, own)]);
    more = located.length === fullPage;
  }
}
