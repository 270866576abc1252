import type { WorkDate } from "@today/core/time/date";
import { findPick, type PickRecord, type PickWish } from "@today/db/pick";
import { createRulesReader } from "@today/db/policy";
import { readPolicies } from "@today/db/policy-change";
import { todayOf } from "./author.ts";
import { demandChoosable } from "./choosable.ts";
import type { Context } from "./context.ts";
import { Refusal } from "./error.ts";

/** A pick as it stands, and whether this call made it. */
export interface MadePick extends Pick<PickRecord, "madeAt" | "madeBy"> {
  readonly created: boolean;
}

/** Refuses `date-out-of-range` by the rules that hold on the date. */
export async function demandDate(ctx: Context, date: WorkDate): Promise<void> {
  const rulesOn = createRulesReader(await readPolicies(ctx.db, ctx.company.id));
  demandChoosable(date, todayOf(ctx), rulesOn(date));
}

/** The same pick made before; refuses `pick-id-reused` for another of that id. */
export async function knownPick(
  { db, company, actor }: Context,
  wish: PickWish,
  person: string,
): Promise<MadePick | null> {
  const known = await findPick(db, company.id, wish.id);
  if (known === null) return null;
  const isSame = known.person === person && known.madeBy.id === actor.id && sameWish(known, wish);
  if (!isSame) throw new Refusal("pick-id-reused");
  return { created: false, madeAt: known.madeAt, madeBy: known.madeBy };
}

function sameWish(a: PickWish, b: PickWish): boolean {
  return a.date === b.date && a.project === b.project && a.task === b.task && a.from === b.from;
}
