import { hourlyFen, termsOn } from "@today/core/terms";
import type { WorkDate } from "@today/core/time/date";
import { writeRate } from "@today/db/rate";
import { readTerms } from "@today/db/terms";
import { authorOf, demandRole } from "../author.ts";
import type { Context } from "../context.ts";
import { refuseUndone } from "../undone.ts";

/** Fen per hour, or a month's pay in fen. */
export type RateWish = { readonly fenPerHour: number } | { readonly fenPerMonth: number };

/** Says what an hour of a person costs from a date on; a month's pay is divided by 21.75 days of the hours due on that date. */
export async function setRate(ctx: Context, key: RateKey, wish: RateWish): Promise<void> {
  demandRole(ctx, "finance");
  const fenPerHour = "fenPerHour" in wish ? wish.fenPerHour : await hourlyOf(ctx, key, wish.fenPerMonth);
  refuseUndone(await writeRate(ctx.db, authorOf(ctx), { ...key, fenPerHour }));
}

/** Takes a rate back: the one before goes on. */
export async function removeRate(ctx: Context, key: RateKey): Promise<void> {
  demandRole(ctx, "finance");
  refuseUndone(await writeRate(ctx.db, authorOf(ctx), { ...key, fenPerHour: null }));
}

interface RateKey {
  readonly person: string;
  readonly startsOn: WorkDate;
}

async function hourlyOf({ db, company }: Context, { person, startsOn }: RateKey, fenPerMonth: number): Promise<number> {
  const terms = await readTerms(db, company.id, person);
  return hourlyFen(fenPerMonth, termsOn(terms, startsOn).dailyMinutes);
}
